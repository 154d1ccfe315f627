"""On the real server two processes answer, and monitoring is told the sum."""

import re
import urllib.request
from pathlib import Path

import pytest

from world.databases import installed
from world.site import serving

pytestmark = pytest.mark.journey

ASKED = 40


def test_what_all_processes_counted_is_added_up(tmp_path: Path) -> None:
    installed(tmp_path)
    with serving(tmp_path, DATABASE_URL="", LUOSHI_METRICS_FROM="127.0.0.1") as address:

        def get(path: str) -> str:
            with urllib.request.urlopen(f"{address}{path}", timeout=10) as answer:  # noqa: S310  # our own address
                text: str = answer.read().decode()
            return text

        counted = re.compile(
            r'^luoshi_requests_total\{method="GET",route="/healthz",status="200"\} (\S+)$', re.MULTILINE
        )
        before = float(counted.findall(get("/metrics"))[0])
        for _time in range(ASKED):
            get("/healthz")
        # Asked often enough, both processes answer; each gives the same sum.
        assert {float(counted.findall(get("/metrics"))[0]) for _time in range(10)} == {before + ASKED}
        assert len(list((tmp_path / "metrics").glob("counter_*.db"))) == 2
