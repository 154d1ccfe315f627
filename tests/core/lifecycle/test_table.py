"""The table is total: every move in every state is allowed, or refused in Chinese and in English."""

import runpy
from pathlib import Path

import pytest

from luoshi.core.lifecycle import (
    LADDER,
    LIGHT_LABELS,
    ROLE_LABELS,
    STATE_LABELS,
    TABLE,
    Light,
    Move,
    Role,
    State,
    after,
    decide,
    open_moves,
)
from luoshi.core.lifecycle import guards as demands
from luoshi.core.lifecycle.decision import FINAL, WRONG_HAND
from luoshi.core.lifecycle.guards import Guard
from luoshi.core.refusals import Refusal

from .casting import EVERYBODY, facts_for, task_in

ROOT = Path(__file__).resolve().parents[3]
ENGLISH = {
    message.id: message.string
    for message in runpy.run_path(str(ROOT / "tools" / "words.py"))["translated"]()
    if message.id
}
GUARDS = [each for each in vars(demands).values() if isinstance(each, Guard)]
SENTENCES = [
    *FINAL.values(),
    *WRONG_HAND.values(),
    *(line.elsewhere for line in TABLE.values()),
    *(guard.sentence for guard in GUARDS),
]


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("move", Move)
def test_every_move_in_every_state_is_decided(state: State, move: Move) -> None:
    task = task_in(state, ready_for=move)
    assert task.state is state
    if state in TABLE[move].start:
        outcome = decide(task, move, facts_for(move))
        assert outcome.verb == TABLE[move].verb
        assert after(task, outcome).state is outcome.state
    else:
        with pytest.raises(Refusal) as refusal:
            decide(task, move, facts_for(move))
        assert refusal.value.sentence in (FINAL.get(state), TABLE[move].elsewhere)
        assert ENGLISH[refusal.value.sentence]


@pytest.mark.parametrize("move", Move)
def test_nobody_moves_a_task_in_a_role_the_table_does_not_name(move: Move) -> None:
    state = TABLE[move].start[0]
    task = task_in(state, ready_for=move)
    with pytest.raises(Refusal) as refusal:
        decide(task, move, facts_for(move, roles=EVERYBODY - set(TABLE[move].who)))
    assert refusal.value.sentence == WRONG_HAND[frozenset(TABLE[move].who)]


def test_every_move_and_every_demand_is_in_the_table() -> None:
    assert list(TABLE) == list(Move)
    assert {guard.name for line in TABLE.values() for guard in line.needs} == {each.name for each in GUARDS}
    assert len({line.verb for line in TABLE.values()}) == len(TABLE)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_refusal_is_one_sentence_with_a_way_out_in_both_languages(sentence: str) -> None:
    assert sentence.endswith("。")
    assert sentence.count("。") == 1
    rule, way_out = sentence.split("：")
    assert rule
    assert "请" in way_out
    assert ENGLISH[sentence].endswith(".")


def test_every_word_for_users_is_there_in_english() -> None:
    labels = [*STATE_LABELS.values(), *ROLE_LABELS.values(), *LIGHT_LABELS.values()]
    labels += [line.label for line in TABLE.values()] + [rung.label for rung in LADDER]
    assert [label for label in labels if not ENGLISH.get(label)] == []
    assert set(STATE_LABELS) == set(State)
    assert set(ROLE_LABELS) == set(Role)
    assert set(LIGHT_LABELS) == set(Light)


def test_open_moves_are_what_the_table_allows() -> None:
    assert open_moves(State.REPORTED, frozenset({Role.VERIFIER})) == (Move.RETURN, Move.CLOSE)
    assert open_moves(State.SETTLED, EVERYBODY) == ()
