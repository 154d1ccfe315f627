"""Whatever anybody does in whatever order, the loop keeps its promises."""

import json
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from luoshi.core.lifecycle import (
    Facts,
    Move,
    Outcome,
    Role,
    Situation,
    State,
    after,
    decide,
    open_moves,
    replayed,
)
from luoshi.core.refusals import Refusal

from .casting import CALENDAR, DRAFT, MONDAY

COUNTS = ("parts", "urges", "returns", "extensions", "transfers", "relapses")
KINDS = [frozenset[str](), frozenset({"印发文件"}), frozenset({"印发文件", "验收单"})]
# One number decides a whole step: drawing every field would spend hypothesis's budget after a few moves.
CHANCE = st.integers(0, 2**16)


def facts_by(chance: Random, today: date) -> Facts:
    """What somebody brings on that day, mostly with all that the loop asks for."""
    days = chance.choice([None, None, None, -3, 28, 35, 56])
    return Facts(
        by=chance.choice("甲乙丙"),
        on=today,
        roles=frozenset(Role),
        acting_for=chance.choice([None, None, "乙"]),
        owner=chance.choice([None, "数据处", "法规处"]),
        deadline_on=None if days is None else today + timedelta(days=days),
        evidence=chance.choice(KINDS),
        reason=chance.choice(["原因如下", "原因如下", ""]),
        note="已经办成",
        progress=chance.randint(-5, 105),
        parts=chance.randint(0, 2),
        open_children=chance.choice([0, 0, 0, 1]),
        rung=chance.choice(["leader", "notice"]),
        calendar=chance.choice([None, CALENDAR]),
    )


# Chance alone would seldom reach an end, so these moves are tried more often than the side moves.
ONWARD = {Move.DISPATCH, Move.ACCEPT, Move.REPORT, Move.CLOSE, Move.LOOK_BACK, Move.RELAPSE, Move.RETURN}


class Loop(RuleBasedStateMachine):
    """One task, three people, any move."""

    @initialize(named=st.sampled_from(KINDS), owner=st.sampled_from(["数据处", None]))
    def draft(self, named: frozenset[str], owner: str | None) -> None:
        self.today = MONDAY
        self.steps = 0
        self.first = Situation(
            owner=owner,
            standard=DRAFT.standard,
            deadline_on=DRAFT.deadline_on,
            evidence_named=named,
        )
        self.task = self.first
        self.past: list[tuple[Outcome, Facts, Situation]] = []

    @rule(days=st.integers(1, 9))
    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)

    def chance(self, seed: int) -> Random:
        """A chance of this step's own, because the same number is often drawn again."""
        self.steps += 1
        return Random(f"{seed} {self.steps}")  # noqa: S311  # no secret, a test

    @rule(seed=CHANCE)
    def step(self, seed: int) -> None:
        """Do something that the table leaves open here; ``stray`` cancels."""
        chance = self.chance(seed)
        choices = [move for move in open_moves(self.task.state, frozenset(Role)) if move is not Move.CANCEL]
        onward = [move for move in choices if move in ONWARD]
        if choices:
            self.attempt(chance.choice([*choices, *onward * 3]), facts_by(chance, self.today))

    @rule(seed=CHANCE)
    def stray(self, seed: int) -> None:
        """Do anything, as anybody, with less than it needs."""
        chance = self.chance(seed)
        roles = frozenset(role for role in Role if chance.random() < 0.5)
        facts = replace(facts_by(chance, self.today), roles=roles, owner=None, note=chance.choice(["", "好"]))
        self.attempt(chance.choice(list(Move)), facts)

    def attempt(self, move: Move, facts: Facts) -> None:
        try:
            outcome = decide(self.task, move, facts)
        except Refusal as refusal:
            said = str(refusal)
        else:
            said = ""
            self.check(outcome, facts, after(self.task, outcome))
        assert said == "" or (said.endswith("。") and "{" not in said)

    def check(self, outcome: Outcome, facts: Facts, now: Situation) -> None:
        was = self.task
        self.past.append((outcome, facts, was))
        self.task = now
        assert all(getattr(now, count) >= getattr(was, count) for count in COUNTS)
        assert was.rungs <= now.rungs
        assert was.reporters <= now.reporters
        if was.dispatched_on is not None:
            assert now.original_deadline_on == was.original_deadline_on
            assert now.dispatched_on == was.dispatched_on
            if now.deadline_on != was.deadline_on:
                assert outcome.move is Move.GRANT_EXTENSION
                assert self.deadline(now) > self.deadline(was)
                assert self.deadline(now) >= self.today
        if now.state is State.DISPATCHED and was.state is State.DRAFT:
            assert now.owner
            assert now.standard
            assert now.deadline_on or now.recurrence
        if outcome.move is Move.CLOSE:
            assert now.evidence_named <= now.evidence
            assert not facts.hands & {
                name for done, seen, _ in self.past if done.move is Move.REPORT for name in seen.hands
            }
        if outcome.move is Move.REPORT:
            assert not facts.open_children

    @staticmethod
    def deadline(task: Situation) -> date:
        assert task.deadline_on is not None
        return task.deadline_on

    @invariant()
    def an_end_is_an_answer(self) -> None:
        ended = self.task.state in (State.CLOSED, State.SETTLED, State.CANCELLED)
        assert self.task.answered is ended

    @invariant()
    def what_is_settled_was_looked_at(self) -> None:
        if self.task.state is State.SETTLED:
            moves = [done.move for done, _, _ in self.past]
            assert Move.LOOK_BACK in moves[len(moves) - moves[::-1].index(Move.CLOSE) :]

    @invariant()
    def only_what_is_suspended_remembers_where_it_stood(self) -> None:
        assert (self.task.suspended_in is not None) == (self.task.state is State.SUSPENDED)

    @invariant()
    def the_ledger_tells_the_same_story(self) -> None:
        told = json.loads(json.dumps([outcome.record() for outcome, _, _ in self.past]))
        assert replayed(self.first, map(Outcome.recall, told)) == self.task


TestLoop = Loop.TestCase
TestLoop.settings = settings(max_examples=60, stateful_step_count=60, deadline=None)
