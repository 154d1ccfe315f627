"""The tutorial and the README's first screen, typed: every command runs, on both databases, and prints what it says."""

import pytest

from tidy.tree import ROOT
from world.databases import Environment
from world.typed import steps, uncounted, undated, walk

LOOP = {
    *("read", "deploy", "confirm", "dispatch", "accept", "report"),
    *("verify", "close", "lookback", "settle", "verify-ledger"),
}
pytestmark = pytest.mark.journey


def test_the_tutorial_runs_as_it_is_printed(installation: Environment) -> None:
    typed = walk(installation, steps(ROOT / "docs" / "tutorial" / "first-journey.md"), undated)
    assert set(typed) >= LOOP


def test_the_first_screen_runs_as_it_is_printed(installation: Environment) -> None:
    first_screen = [step for step in steps(ROOT / "README.md") if step.shown is not None]
    typed = walk(installation, first_screen, uncounted)
    assert typed[0] == "demo"
    assert set(typed) >= LOOP
