"""The worker is called, works, is killed, and leaves nothing half done; on both databases."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from luoshi.edge.ops.worker import Watch
from world.databases import Environment

pytestmark = pytest.mark.journey
PATIENCE_SECONDS = 30


@pytest.fixture
def watched(installation: Environment, monkeypatch: pytest.MonkeyPatch) -> Iterator[Environment]:
    """Give the environment of an installation for whose jobs somebody watches."""
    installation = {**installation, "DJANGO_SETTINGS_MODULE": "world.job_settings"}
    with monkeypatch.context() as patch:
        for name in ("LUOSHI_HOME", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PYTHONPATH", "LUOSHI_LANG"):
            patch.setenv(name, installation[name])
        with Watch(Path(installation["LUOSHI_HOME"]) / "jobs"):
            yield installation


def _jobs(environment: Environment, what: str, which: str) -> str:
    command = [sys.executable, "-m", "world.job_asker", what, which]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.strip()


def _until(environment: Environment, number: str, stage: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (found := _jobs(environment, "stage", number)) != stage:
        assert time.monotonic() < deadline, found
        time.sleep(0.05)


def _workers() -> list[int]:
    """Return the processes that this one started to do jobs."""
    here = Path(f"/proc/{os.getpid()}/task/")
    children = " ".join((task / "children").read_text() for task in here.iterdir()).split()
    return [
        pid for pid in map(int, children) if b"work" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    ]


def test_what_is_asked_for_is_done_and_the_worker_ends(watched: Environment) -> None:
    number = _jobs(watched, "ask", "counting")
    _until(watched, number, "done")
    deadline = time.monotonic() + PATIENCE_SECONDS
    while _workers():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_one_that_holds_the_write_lock_is_cancelled(watched: Environment) -> None:
    number = _jobs(watched, "ask", "waiting")
    _until(watched, number, "running")
    _jobs(watched, "cancel", number)
    _until(watched, number, "cancelled")


def test_a_killed_worker_leaves_its_job_interrupted_and_the_next_is_done(watched: Environment) -> None:
    number = _jobs(watched, "ask", "waiting")
    _until(watched, number, "running")
    [worker] = _workers()
    os.kill(worker, signal.SIGKILL)
    _until(watched, number, "interrupted")
    following = _jobs(watched, "ask", "counting")
    _until(watched, following, "done")
    _jobs(watched, "again", number)
    _until(watched, number, "running")
