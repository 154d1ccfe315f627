"""Several processes move the same tasks, and one is killed: exactly one wins, nothing acknowledged is lost."""

import os
import random
import signal
import subprocess
import sys
from collections import Counter

import pytest

from world.databases import Environment, luoshi

pytestmark = pytest.mark.journey
LOST = "只有已交办、还没签收的任务才能签收：拟办的请等交办，已签收的请直接办理。"
COMMAND = [sys.executable, "-m", "world.task_mover"]


def _said(environment: Environment, *arguments: str) -> list[str]:
    done = subprocess.run([*COMMAND, *arguments], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def _started(environment: Environment, *arguments: str) -> subprocess.Popen[str]:
    mover = subprocess.Popen(
        [*COMMAND, *arguments],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert mover.stdout
    assert mover.stdout.readline() == "ready\n"
    return mover


def _begin(mover: subprocess.Popen[str]) -> None:
    assert mover.stdin
    mover.stdin.write("\n")
    mover.stdin.flush()


def _sound(environment: Environment) -> None:
    verified = luoshi(environment, "verify-ledger")
    assert verified.returncode == 0, verified.stderr
    assert _said(environment, "audit") == []


def test_of_two_who_make_the_same_move_one_wins_and_the_other_hears_why_not(
    installation: Environment,
) -> None:
    numbers = _said(installation, "plant", "40")
    movers = [_started(installation, "race", *numbers) for _mover in range(2)]
    for mover in movers:
        _begin(mover)
    lines = [line for mover in movers for line in mover.communicate(timeout=60)[0].splitlines()]
    assert [mover.returncode for mover in movers] == [0, 0]
    assert Counter(lines) == Counter(
        line for number in numbers for line in (f"{number} won", f"{number} {LOST}")
    )
    _sound(installation)


def test_a_killed_process_loses_no_acknowledged_move_and_leaves_nothing_half_done(
    installation: Environment,
) -> None:
    numbers = _said(installation, "plant", "10")
    for seed in range(3):
        mover = _started(installation, "wander", str(seed), "200", *numbers)
        _begin(mover)
        assert mover.stdout
        last = random.randint(20, 150)  # noqa: S311  # where it is hit is left to chance
        acknowledged = [mover.stdout.readline() for _move in range(last)]
        os.kill(mover.pid, signal.SIGKILL)
        acknowledged += mover.communicate(timeout=60)[0].splitlines()
        assert mover.returncode == -signal.SIGKILL
        reached: dict[str, int] = {}
        for line in acknowledged:
            chain, sequence = line.split()
            assert int(sequence) > reached.get(chain, 0)
            reached[chain] = int(sequence)
        _sound(installation)
        lengths = dict(line.split() for line in _said(installation, "lengths"))
        assert [chain for chain, sequence in reached.items() if int(lengths[chain]) < sequence] == []
