"""The ledger from the command line: one sentence and one exit code for each outcome."""

import sqlite3
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from luoshi.ground.ledger.triggers import removing
from world.databases import Environment, luoshi

pytestmark = pytest.mark.journey


def _write(environment: Environment) -> None:
    command = [sys.executable, "-m", "world.ledger_writer", "task:12", "5"]
    subprocess.run(command, env=environment, input="\n", text=True, check=True, capture_output=True)


def _tamper(environment: Environment) -> None:
    connection = sqlite3.connect(Path(environment["LUOSHI_HOME"]) / "luoshi.sqlite3")
    with connection:
        for statement in removing("sqlite"):
            connection.execute(statement)
        connection.execute("UPDATE ledger_entry SET verb = 'task.closed' WHERE sequence = 4")
    connection.close()


def test_a_sound_ledger_is_said_to_be_sound(sqlite_installation: Environment) -> None:
    _write(sqlite_installation)
    found = luoshi(sqlite_installation, "verify-ledger")
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == "账本完好：5 条记录全部相符；还没有日封，请每天执行 luoshi seal-ledger。\n"


def test_the_first_bad_entry_is_named_with_exit_code_one(sqlite_installation: Environment) -> None:
    _write(sqlite_installation)
    _tamper(sqlite_installation)
    found = luoshi(sqlite_installation, "verify-ledger")
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith("账本被改：task:12 第 4 条记录的内容与它的摘要不一致")
    english = luoshi({**sqlite_installation, "LUOSHI_LANG": "en"}, "verify-ledger", "--from", "2020-01-01")
    assert english.stderr.startswith("An entry was changed: entry 4 of task:12 does not agree")
    assert english.returncode == 1


def test_a_seal_prints_its_digest_and_verification_prints_it_again(sqlite_installation: Environment) -> None:
    sealed = luoshi(sqlite_installation, "seal-ledger")
    assert sealed.returncode == 0
    digest = sealed.stdout.split("日封摘要是 ")[1][:64]
    assert luoshi(sqlite_installation, "seal-ledger").stdout == sealed.stdout
    assert f"最近一份日封的摘要是 {digest}" in luoshi(sqlite_installation, "verify-ledger").stdout


def test_a_day_to_come_is_refused_in_one_sentence(sqlite_installation: Environment) -> None:
    day = (date.today() + timedelta(2)).isoformat()  # noqa: DTZ011  # two days on is the future in any zone
    refused = luoshi(sqlite_installation, "seal-ledger", "--day", day)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == f"{day} 还没有过完，不能封存当天的账本：请在次日零点以后再封。\n"


@pytest.mark.parametrize("command", ["verify-ledger", "seal-ledger"])
def test_without_a_database_they_say_what_to_do_first(command: str, sqlite_installation: Environment) -> None:
    elsewhere = {**sqlite_installation, "LUOSHI_HOME": sqlite_installation["LUOSHI_HOME"] + "/none"}
    found = luoshi(elsewhere, command)
    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr == "数据库还没有准备好：请先执行 luoshi migrate。\n"
