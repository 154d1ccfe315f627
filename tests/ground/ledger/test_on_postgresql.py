"""The tests of this folder once more, on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.postgres
def test_all_of_it_on_postgresql(postgres_url: str) -> None:
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        pytest.skip("these tests are running on PostgreSQL already")
    here = Path(__file__).resolve()
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-m", "not postgres and not journey", str(here.parent)],
        env={**os.environ, "DATABASE_URL": postgres_url},
        cwd=here.parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
