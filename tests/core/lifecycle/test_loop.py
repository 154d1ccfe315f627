"""Whatever anybody does in whatever order, the loop keeps its promises."""

import json
from datetime import date, timedelta

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
    replayed,
)
from luoshi.core.refusals import Refusal

from .casting import CALENDAR, DRAFT, MONDAY

NAMES = st.sampled_from(["甲", "乙", "丙"])
KINDS = st.frozensets(st.sampled_from(["印发文件", "验收单"]))
COUNTS = ("parts", "urges", "returns", "extensions", "transfers", "relapses")
WORDS = st.sampled_from(["", "原因如下", "已经办成"])
# Every role at once is the commonest choice, so that the walk gets far; the others are tried as well.
ROLES = st.one_of(st.just(frozenset(Role)), st.just(frozenset(Role)), st.frozensets(st.sampled_from(Role)))


class Loop(RuleBasedStateMachine):
    """One task, three people, any move."""

    @initialize(named=KINDS, owner=st.sampled_from([None, "数据处"]), due=st.integers(-5, 40))
    def draft(self, named: frozenset[str], owner: str | None, due: int) -> None:
        self.today = MONDAY
        self.first = Situation(
            owner=owner,
            standard=DRAFT.standard,
            deadline_on=MONDAY + timedelta(days=due),
            evidence_named=named,
        )
        self.task = self.first
        self.past: list[tuple[Outcome, Facts, Situation]] = []

    @rule(days=st.integers(1, 15))
    def wait(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(
        move=st.sampled_from(Move),
        by=NAMES,
        acting_for=st.none() | NAMES,
        roles=ROLES,
        evidence=KINDS,
        words=st.tuples(WORDS, WORDS),
        numbers=st.tuples(st.integers(-10, 110), st.integers(0, 2), st.integers(0, 1)),
        due=st.none() | st.integers(-5, 60),
        owner=st.sampled_from([None, "数据处", "法规处"]),
        rung=st.sampled_from(["", "leader", "notice"]),
    )
    def act(  # noqa: PLR0913  # one argument for each thing that chance decides
        self,
        *,
        move: Move,
        by: str,
        acting_for: str | None,
        roles: frozenset[Role],
        evidence: frozenset[str],
        words: tuple[str, str],
        numbers: tuple[int, int, int],
        due: int | None,
        owner: str | None,
        rung: str,
    ) -> None:
        facts = Facts(
            by=by,
            on=self.today,
            roles=roles,
            acting_for=acting_for,
            owner=owner,
            deadline_on=None if due is None else self.today + timedelta(days=due),
            evidence=evidence,
            reason=words[0],
            note=words[1],
            progress=numbers[0],
            parts=numbers[1],
            open_children=numbers[2],
            rung=rung,
            calendar=CALENDAR,
        )
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
