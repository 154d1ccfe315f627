"""Sweeps are killed, begun again and run at once, while others move the tasks: every due notice is given once."""

import os
import signal
import subprocess
import sys
from collections import Counter

import pytest

from world.databases import Environment, luoshi

pytestmark = pytest.mark.journey
# Three working days and more after the deadline of the cast's tasks, so that three rungs are due.
DAY = "2026-04-08"
RUNGS = ("leader", "first_responsible", "notice")


def _said(environment: Environment, *arguments: str) -> list[str]:
    command = [sys.executable, "-m", "world.task_mover", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def _started(environment: Environment, module: str, *arguments: str) -> subprocess.Popen[str]:
    program = subprocess.Popen(
        [sys.executable, "-m", f"world.{module}", *arguments],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    assert program.stdout.readline() == "ready\n"
    return program


def _begin(program: subprocess.Popen[str]) -> None:
    assert program.stdin
    program.stdin.write("\n")
    program.stdin.flush()


def _sweep(environment: Environment) -> list[int]:
    """Sweep to the end, and return how many tasks, lights and notices there were."""
    sweeper = _started(environment, "sweeper", DAY, "10")
    last = sweeper.communicate("\n", timeout=120)[0].splitlines()[-1]
    assert sweeper.returncode == 0
    return [int(each) for each in last.split()[:3]]


def _sound(environment: Environment) -> None:
    verified = luoshi(environment, "verify-ledger")
    assert verified.returncode == 0, verified.stderr
    assert _said(environment, "audit") == []


def _once_each(environment: Environment, numbers: list[str]) -> bool:
    due = Counter(f"task:{number} {rung}" for number in numbers for rung in RUNGS)
    return Counter(_said(environment, "rungs")) == due


def test_a_sweep_killed_in_the_middle_and_begun_again_gives_every_notice_once(
    installation: Environment,
) -> None:
    numbers = _said(installation, "plant", "100")
    for batches in (2, 3):
        sweeper = _started(installation, "sweeper", DAY, "10")
        _begin(sweeper)
        assert sweeper.stdout
        assert [sweeper.stdout.readline() for _batch in range(batches)] == ["stored 10\n"] * batches
        os.kill(sweeper.pid, signal.SIGKILL)
        sweeper.communicate(timeout=60)
        assert sweeper.returncode == -signal.SIGKILL
        _sound(installation)
    before = len(_said(installation, "rungs"))
    assert len(RUNGS) * 30 <= before < len(RUNGS) * 100
    tasks, _lights, notices = _sweep(installation)
    assert (tasks, notices) == (100, len(RUNGS) * 100 - before)
    assert _once_each(installation, numbers)
    assert _sweep(installation) == [100, 0, 0]
    _sound(installation)


def test_two_sweeps_at_once_give_every_notice_once_while_the_tasks_move(installation: Environment) -> None:
    numbers = _said(installation, "plant", "100")
    programs = [_started(installation, "sweeper", DAY, "10") for _sweeper in range(2)]
    programs.append(_started(installation, "task_mover", "race", *numbers))
    for program in programs:
        _begin(program)
    lines = [program.communicate(timeout=120)[0].splitlines() for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    given = [int(each[-1].split()[2]) for each in lines[:2]]
    assert sum(given) == len(RUNGS) * 100
    assert Counter(line.split()[1] for line in lines[2]) == {"won": 100}
    assert _once_each(installation, numbers)
    _sound(installation)
