"""Whatever anybody does in whatever order: what is stored is what the ledger tells, and nothing is half-done."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from luoshi.act.tasks.models import OVER, Task
from luoshi.act.tasks.queries import as_told, open_children, proofs, story
from luoshi.core.lifecycle import State
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.verification import verify
from world.ground import AT
from world.loop import Cast, cast
from world.steps import attempt


class Wandering(RuleBasedStateMachine):
    """One stored task, five people, any move."""

    who: Cast

    @initialize()
    def draft(self) -> None:
        self.task = self.who.drafted()
        self.people = [self.who.issuer, self.who.verifier, self.who.owner, self.who.supervisor]
        self.at = AT
        self.steps = 0

    # One number decides a whole step: drawing every field would spend hypothesis's budget after a few moves.
    @rule(seed=st.integers(0, 2**16), days=st.integers(0, 3))
    def step(self, seed: int, days: int) -> None:
        self.at += timedelta(days=days)
        self.steps += 1
        chance = Random(f"{seed} {self.steps}")  # noqa: S311  # no secret, a test
        told = len(story(self.task))
        try:
            self.task = attempt(self.task, self.people, chance, self.at)
        except Refusal as refusal:
            said = str(refusal)
        else:
            said = ""
        assert said == "" or said.endswith("。")
        assert len(story(self.task)) == told + (said == "")

    @invariant()
    def the_ledger_tells_what_is_stored(self) -> None:
        stored = Task.objects.get(pk=self.task.pk)
        assert as_told(story(stored)) == stored.situation == self.task.situation

    @invariant()
    def what_is_done_is_proven_and_its_parts_are_over(self) -> None:
        if self.task.state in (State.CLOSED, State.SETTLED):
            assert set(self.task.evidence_named) <= {proof.kind for proof in proofs(self.task)}
        if self.task.state in (State.REPORTED, *OVER) and self.task.state != State.CANCELLED:
            assert open_children(self.task) == 0
        assert self.task.children.count() == self.task.parts


@pytest.mark.django_db
def test_replaying_the_ledger_gives_the_stored_state() -> None:
    Wandering.who = cast()
    limits = settings(max_examples=20, stateful_step_count=25, deadline=None)
    run_state_machine_as_test(Wandering, settings=limits)
    assert verify().fault is None
