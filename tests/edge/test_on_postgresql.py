"""What the command line does and refuses on SQLite, it does and refuses on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOMS = ("test_moves.py", "test_tasks.py", "test_keeping.py", "test_bad_input.py", "test_workbooks.py")


@pytest.mark.postgres
@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="these tests run on PostgreSQL already")
def test_the_same_tests_pass_on_postgresql(postgres_url: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not postgres and not journey and not scale"]
    command += [str(Path(__file__).parent / "ops" / room) for room in ROOMS]
    command += [str(Path(__file__).parent / room) for room in ("demo", "web/desk", "web/supervision")]
    environment = {**os.environ, "DATABASE_URL": postgres_url}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
