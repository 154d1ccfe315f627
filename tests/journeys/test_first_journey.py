"""The tutorial, typed: every command of it runs, on both databases, and prints what it says."""

import re
import shlex

import pytest

from tidy.tree import ROOT
from world.databases import Environment, luoshi

TUTORIAL = ROOT / "docs" / "tutorial" / "first-journey.md"
FENCE = re.compile(r"^```([a-z]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?")
pytestmark = pytest.mark.journey


def undated(text: str) -> list[str]:
    """Return the lines with every day and moment covered, because they are those of whoever types."""
    return [line.rstrip() for line in DAY.sub("某日", text).splitlines()]


def steps() -> list[tuple[list[str], str | None]]:
    """Return each block of commands with what its last one prints, where the tutorial shows it."""
    blocks = FENCE.findall(TUTORIAL.read_text(encoding="utf-8"))
    found: list[tuple[list[str], str | None]] = []
    for kind, text in blocks:
        if kind == "text":
            found[-1] = (found[-1][0], text)
        else:
            found.append((text.splitlines(), None))
    return found


def test_the_tutorial_runs_as_it_is_printed(installation: Environment) -> None:
    verbs = set()
    for commands, shown in steps():
        for number, line in enumerate(commands, 1):
            _program, *arguments = shlex.split(line)
            done = luoshi(installation, *arguments)
            verbs.add(arguments[0])
            if number == len(commands) and shown is not None:
                assert undated(done.stdout + done.stderr) == undated(shown), line
            else:
                assert done.returncode == 0, (line, done.stderr)
    assert verbs >= {
        *("read", "deploy", "confirm", "dispatch", "accept", "report"),
        *("verify", "close", "lookback", "verify-ledger"),
    }
