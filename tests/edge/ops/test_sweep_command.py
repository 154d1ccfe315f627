"""The morning's sweep from the command line: what changed, what shows now, what to put in the timer."""

import subprocess
import sys
from pathlib import Path

import pytest

from world.databases import Environment, luoshi

pytestmark = pytest.mark.journey


def _plant(environment: Environment) -> None:
    command = [sys.executable, "-m", "world.task_mover", "plant", "3"]
    subprocess.run(command, env=environment, check=True, capture_output=True)


def test_a_sweep_says_what_changed_and_what_to_put_in_the_timer(sqlite_installation: Environment) -> None:
    _plant(sqlite_installation)
    home = sqlite_installation["LUOSHI_HOME"]
    # The cast's tasks fell due in March 2026, so by now they are red and three rungs are due.
    first = luoshi(sqlite_installation, "sweep")
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == (
        "责任清单到期立项 0 件。\n"
        "看了 3 件在办任务：改灯 3 件，发出督办 9 条。\n"
        "亮灯：已销号 0 · 正常 0 · 临期 0 · 逾期 3 · 中止 0\n"
        f"请让系统每天清早执行一次，例如在 crontab 里写：30 6 * * * LUOSHI_HOME={home} luoshi sweep\n"
    )
    again = luoshi({**sqlite_installation, "LUOSHI_LANG": "en"}, "sweep")
    assert again.stdout.startswith(
        "Opened 0 tasks from duty lists.\nLooked at 3 tasks under way: 0 lights changed, 0 notices given.\n"
    )
    assert luoshi(sqlite_installation, "verify-ledger").returncode == 0


def test_a_bad_policy_stops_the_sweep_and_names_its_field(sqlite_installation: Environment) -> None:
    _plant(sqlite_installation)
    folder = Path(sqlite_installation["LUOSHI_HOME"]) / "content" / "policies"
    folder.mkdir(parents=True)
    (folder / "lights.toml").write_text("soon = 3\nbehind = '20'\n", encoding="utf-8")
    found = luoshi(sqlite_installation, "sweep")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == "“lights.toml”里的 behind 写得不对：请照随软件附带的同名文件的样子填写。\n"
