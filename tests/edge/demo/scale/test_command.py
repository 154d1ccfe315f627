"""``luoshi demo --scale`` as somebody types it, at a hundredth of the size."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from world.databases import Environment, installed, luoshi

pytestmark = pytest.mark.journey

PROGRAM = """
import django
django.setup()
from luoshi.edge.demo.scale.filling import EXTENTS, Extent
from luoshi.edge.ops.cli import main
EXTENTS["city"] = Extent(60, 500)
main()
"""
DIGESTS = """
import django
django.setup()
from luoshi.ground.ledger.models import Entry
print(*Entry.objects.order_by("id").values_list("digest", flat=True))
"""


def _python(environment: Environment, program: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_it_fills_once_says_how_much_and_verifies(installation: Environment) -> None:
    filled = _python(installation, PROGRAM, "demo", "--scale", "city")
    assert (filled.returncode, filled.stderr) == (0, "")
    assert filled.stdout.startswith("已生成组织 60、人员 ")
    assert "任务 500 及其办理经过" in filled.stdout
    assert luoshi(installation, "verify-ledger").stdout.startswith("账本完好：")
    digests = _python(installation, DIGESTS).stdout
    again = luoshi(installation, "demo", "--scale", "city")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr.startswith("数据目录里已有组织，不能再生成示例数据：请另设一个空的数据目录")
    assert _python(installation, DIGESTS).stdout == digests != ""


def test_two_installations_filled_on_one_day_are_the_same(tmp_path: Path) -> None:
    told = []
    for seed in ("1", "2"):
        environment = {**installed(tmp_path / seed), "PYTHONHASHSEED": seed}
        assert _python(environment, PROGRAM, "demo", "--scale", "city").returncode == 0
        told.append(_python(environment, DIGESTS).stdout)
    assert told[0] == told[1] != ""


def test_another_size_is_refused(sqlite_installation: Environment) -> None:
    refused = luoshi({**sqlite_installation, **os.environ}, "demo", "--scale", "village")
    assert refused.returncode == 2
