"""Several processes at once, and one that is killed: nothing is lost, nothing is half there."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from world.databases import Environment, luoshi

# A process that writes; it waits for a line before it begins.
Writer = subprocess.Popen[str]

pytestmark = pytest.mark.journey


def _start(environment: Environment, *arguments: str) -> Writer:
    writer = subprocess.Popen(
        [sys.executable, "-m", "world.ledger_writer", *arguments],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout
    assert writer.stdout.readline() == "ready\n"
    return writer


def _begin(writers: list[Writer]) -> None:
    for writer in writers:
        assert writer.stdin
        writer.stdin.write("\n")
        writer.stdin.flush()


def _acknowledged(writers: list[Writer]) -> list[tuple[str, int]]:
    """Wait for the writers' ends, and return chain and sequence of every entry they know to be written."""
    lines = [line for writer in writers for line in writer.communicate(timeout=60)[0].splitlines()]
    return sorted((chain, int(sequence)) for chain, sequence, _digest in map(str.split, lines))


def test_two_processes_lose_nothing_and_leave_no_gap(installation: Environment) -> None:
    writers = [_start(installation, "task:1", "task:2", "150") for _writer in range(2)]
    _begin(writers)
    written = _acknowledged(writers)
    assert [writer.returncode for writer in writers] == [0, 0]
    assert written == [(chain, number + 1) for chain in ("task:1", "task:2") for number in range(150)]
    verified = luoshi(installation, "verify-ledger")
    assert verified.stdout.startswith("账本完好：300 条记录全部相符")
    assert verified.returncode == 0


def test_a_killed_process_leaves_a_sound_ledger(installation: Environment) -> None:
    for round_number in range(3):
        writer = _start(installation, f"task:{round_number}", "100000")
        _begin([writer])
        time.sleep(random.uniform(0.1, 0.4))  # noqa: S311  # where it is hit is left to chance
        os.kill(writer.pid, signal.SIGKILL)
        written = _acknowledged([writer])
        assert writer.returncode == -signal.SIGKILL
        assert written == [(f"task:{round_number}", number + 1) for number in range(len(written))]
        verified = luoshi(installation, "verify-ledger")
        assert verified.returncode == 0, verified.stderr
        assert _count(verified.stdout) >= len(written) > 0


def _count(sentence: str) -> int:
    return int(
        "".join(character for character in sentence.split(" 条记录", maxsplit=1)[0] if character.isdigit())
    )
