"""What holds on SQLite holds on PostgreSQL: the tests of these rooms once more, on a server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from world.databases import migrated

HERE = Path(__file__).parent
KINDS = "not postgres and not journey and not browser and not scale"
ROOMS = {
    "ledger": ["ground/ledger"],
    "people": ["ground/organizations", "ground/people", "ground/accounts", "ground/jobs"],
    "tasks": ["act"],
    "plans": ["plan"],
    "files": ["edge/exchange/workbooks", "edge/exchange/ledgers", "edge/exchange/attachments"],
    "city": ["edge/demo"],
    "commands": ["edge/ops/test_moves.py", "edge/ops/test_tasks.py", "edge/ops/test_keeping.py"],
    "refusals": ["edge/ops/test_bad_input.py", "edge/ops/test_workbooks.py"],
    "pages": ["edge/web/desk", "edge/web/supervision", "edge/web/obligations", "edge/notices"],
}


@pytest.mark.postgres
@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="these tests run on PostgreSQL already")
@pytest.mark.parametrize("rooms", ROOMS.values(), ids=ROOMS.keys())
def test_the_same_tests_pass_on_postgresql(rooms: list[str], postgres_url: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-m", KINDS, *(str(HERE / room) for room in rooms)]
    environment = {**os.environ, "DATABASE_URL": postgres_url, "LUOSHI_TEST_PATTERN": migrated(postgres_url)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
