"""Everything that holds of tasks and activities on SQLite holds on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.postgres
@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="these tests run on PostgreSQL already")
def test_the_same_tests_pass_on_postgresql(postgres_url: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-m", "not postgres and not journey"]
    command += [
        str(Path(__file__).parent / room) for room in ("tasks", "signoffs", "activities", "membership")
    ]
    environment = {**os.environ, "DATABASE_URL": postgres_url}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
