"""The command that tells people says what it did, what it left for later, and what to put in the timer."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from world.databases import Environment, luoshi
from world.receivers import Mailbox, mailbox

pytestmark = pytest.mark.journey
SHIPPED = Path(__file__).parents[3] / "src/luoshi/content/policies/notices.toml"
CHANNEL = "[[channels]]\nname = 'mail'\nlabel = '邮件'\ntitles = true\n"


def _at_work_all_day(environment: Environment, box: Mailbox) -> None:
    """Let today be a working day without quiet hours, and mail go to the box."""
    home, today = Path(environment["LUOSHI_HOME"]), date.today()  # noqa: DTZ011  # as the command sees it
    policy = SHIPPED.read_text(encoding="utf-8").replace("\nchannels = []", f"\n{CHANNEL}")
    for hour in ('"08:00"', '"20:00"', '"07:30"'):
        policy = policy.replace(hour, '"00:00"')
    for folder in ("content/policies", "content/calendar", "keys/channels"):
        (home / folder).mkdir(parents=True)
    (home / "content/policies/notices.toml").write_text(policy, encoding="utf-8")
    worked = f"workdays = [{today}]\n" if today.weekday() >= 5 else ""
    holiday = date(today.year, 1, 1)
    if today == holiday:
        holiday = date(today.year, 1, 2)
    calendar = f"{worked}[[holidays]]\nname = '元旦'\nfirst = {holiday}\n"
    (home / f"content/calendar/{today.year}.toml").write_text(calendar, encoding="utf-8")
    address = f"mailto://127.0.0.1:{box.port}?from=a@luoshi.example.cn&to={{mail}}"
    (home / "keys/channels/mail.url").write_text(address, encoding="utf-8")


def test_it_writes_sends_and_says_so_and_then_has_nothing_to_do(sqlite_installation: Environment) -> None:
    with mailbox() as box:
        _at_work_all_day(sqlite_installation, box)
        command = [sys.executable, "-m", "world.notifier", "plant", "2"]
        subprocess.run(command, env=sqlite_installation, check=True, capture_output=True)
        # The task fell due in March 2026, so whoever the ladder names is told today; two of them cannot be reached.
        assert luoshi(sqlite_installation, "sweep").returncode == 0
        first = luoshi(sqlite_installation, "notify")
        assert (first.returncode, first.stderr) == (0, "")
        home = sqlite_installation["LUOSHI_HOME"]
        timer = (
            f"请让系统每十分钟执行一次，例如在 crontab 里写：*/10 * * * * LUOSHI_HOME={home} luoshi notify\n"
        )
        left = "有没发出去的：请系统管理员登录后在“通知投递”页处理。\n"
        assert first.stdout == f"写了 5 份晨报。\n发出 3 条，没有发出 2 条，可能已发 0 条。\n{left}{timer}"
        again = luoshi(sqlite_installation, "notify")
        assert again.stdout == (
            "没有新写晨报：今天的已经写过，或今天休息，或还不到 00:00。\n"
            f"发出 0 条，没有发出 0 条，可能已发 0 条。\n{left}{timer}"
        )
    assert len(box.got) == 3


def test_a_bad_policy_stops_it_and_names_its_field(sqlite_installation: Environment) -> None:
    folder = Path(sqlite_installation["LUOSHI_HOME"]) / "content" / "policies"
    folder.mkdir(parents=True)
    policy = SHIPPED.read_text(encoding="utf-8").replace("reply_within = 5", "reply_within = 0")
    (folder / "notices.toml").write_text(policy, encoding="utf-8")
    found = luoshi(sqlite_installation, "notify")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr == "“notices.toml”里的 reply_within 写得不对：请照随软件附带的同名文件的样子填写。\n"
