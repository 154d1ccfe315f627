"""Failures are counted by all processes of a site together."""

import subprocess
import sys
from pathlib import Path

import pytest

from world.databases import installed
from world.site import COMMAND

KNOCKING = Path(__file__).resolve().parents[3] / "world" / "knocking.py"


@pytest.mark.journey
def test_two_processes_count_the_failures_of_one_account_together(tmp_path: Path) -> None:
    environment = installed(tmp_path)
    environment.pop("LUOSHI_SECRET_KEY", None)
    for words in (["register", "lin", "林一"], ["open-account", "lin"]):
        subprocess.run([*COMMAND, *words], env=environment, check=True, capture_output=True)

    def knock(times: int) -> str:
        return subprocess.run(
            [sys.executable, str(KNOCKING), "lin", str(times)],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    assert "账号或密码不正确" in knock(3)
    assert "账号或密码不正确" in knock(2)
    assert "登录失败次数过多，请 5 分钟后再试" in knock(1)
