"""Nothing is replaced unless all of it is good; a process that is killed leaves the old state or the new one."""

import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from luoshi.edge.ops.backups.occupancy import occupying
from luoshi.edge.ops.backups.places import Places
from luoshi.edge.ops.backups.replacing import decide, finish
from luoshi.edge.ops.backups.writing import remove_unfinished
from world.backups import (
    backed_up,
    changed,
    digests_of_ledger,
    entries,
    killed,
    lived_in,
    manifest,
    spread,
)
from world.databases import Environment, installed, luoshi

pytestmark = pytest.mark.journey
PATIENCE_SECONDS = 30
POINTS = 4


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Environment, Path]:
    """Give an installation with something in it, and a backup of it; tests work on copies."""
    directory = tmp_path_factory.mktemp("original")
    lived = lived_in(installed(directory / "home"))
    return lived, backed_up(lived, directory / "backup")


@pytest.fixture
def lived(original: tuple[Environment, Path], tmp_path: Path) -> Environment:
    """Give an installation with something in it."""
    environment, _backup = original
    home = tmp_path / "home"
    shutil.copytree(environment["LUOSHI_HOME"], home)
    return {**environment, "LUOSHI_HOME": str(home)}


@pytest.fixture
def backup(original: tuple[Environment, Path]) -> Path:
    """Give a backup of it."""
    return original[1]


@pytest.fixture(scope="module")
def of_other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a backup of another installation."""
    directory = tmp_path_factory.mktemp("other")
    other = lived_in(installed(directory / "home"), moves=60)
    (directory / "home" / "files" / "12" / "回执.pdf").write_bytes(b"other")
    return backed_up(other, directory / "backup")


def test_where_there_is_data_it_says_so_and_keeps_it(lived: Environment, backup: Path) -> None:
    refused = luoshi(lived, "restore", str(backup))
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    assert luoshi(lived, "restore", "--replace", str(backup)).returncode == 0


def test_while_somebody_serves_it_waits_for_nobody(lived: Environment, backup: Path) -> None:
    with occupying(Path(lived["LUOSHI_HOME"]), alone=False):
        refused = luoshi(lived, "restore", "--replace", str(backup))
    assert refused.returncode == 1
    assert "网站或别的 luoshi 命令正在运行" in refused.stderr


def _opened(pipe: Path, reader: "subprocess.Popen[bytes]") -> int:
    """Return the pipe's other end, once the reader has opened its own; nobody can before that."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while reader.poll() is None and time.monotonic() < deadline:
        with suppress(OSError):
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.05)
    raise AssertionError(f"the command ended with {reader.returncode} before it read")


def test_while_another_command_writes_it_is_refused(lived: Environment, backup: Path, tmp_path: Path) -> None:
    """The command waits for somebody to write into its pipe, so that it is surely still there."""
    os.mkfifo(tmp_path / "pipe")
    with sqlite3.connect(Path(lived["LUOSHI_HOME"]) / "luoshi.sqlite3") as database:
        [code] = database.execute("SELECT code FROM organizations_organization").fetchone()
        [account] = database.execute("SELECT account FROM people_person").fetchone()
    database.close()
    command = [sys.executable, "-m", "luoshi.edge.ops", "deploy", str(tmp_path / "pipe")]
    command += ["--for", code, "--as", account]
    with subprocess.Popen(command, env=lived, stderr=subprocess.DEVNULL) as writing:
        pipe = _opened(tmp_path / "pipe", writing)
        refused = luoshi(lived, "restore", "--replace", str(backup))
        writing.kill()
        os.close(pipe)
    assert (refused.returncode, refused.stderr.count("\n")) == (1, 1)
    assert "别的 luoshi 命令正在运行" in refused.stderr


def test_while_somebody_restores_no_other_command_begins(lived: Environment) -> None:
    with occupying(Path(lived["LUOSHI_HOME"]), alone=True):
        for command in (["sweep"], ["migrate"], ["found", "z", "新处", "处室"]):
            refused = luoshi(lived, *command)
            assert (refused.returncode, refused.stderr) == (2, "正在恢复备份：请等它结束，再执行这条命令。\n")


def test_a_killed_backup_leaves_no_half_of_one_and_the_next_is_whole(lived: Environment) -> None:
    home = Path(lived["LUOSHI_HOME"])
    made = killed(lived, 0, "backup", str(home / "counted"))
    for number in spread(made, 4):
        target = home / f"backup{number}"
        killed(lived, number, "backup", str(target))
        assert not target.exists()
        assert luoshi(lived, "restore", "--check", str(backed_up(lived, target))).returncode == 0
        assert luoshi(lived, "verify-ledger").returncode == 0
    assert list(home.glob("*.part")) == []


def test_what_a_killed_backup_left_on_the_shelf_is_removed_and_what_is_being_written_is_not(
    tmp_path: Path,
) -> None:
    (tmp_path / "old.part").write_bytes(b"half")
    with (tmp_path / "new.part").open("wb") as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        remove_unfinished(tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["new.part"]


@pytest.mark.parametrize("which", ["tables/tasks.task.jsonl", "files/12/回执.pdf", "keys/contacts.key"])
@pytest.mark.parametrize("content", [b"something else", None])
def test_a_part_that_is_not_as_it_was_is_named(
    which: str, content: bytes | None, lived: Environment, backup: Path, tmp_path: Path
) -> None:
    broken = changed(backup, tmp_path / "broken", **{which.replace("/", "__").replace(".", "__"): content})
    for arguments in (["--check"], ["--replace"]):
        refused = luoshi(lived, "restore", *arguments, str(broken))
        assert refused.returncode == 1
        assert which in refused.stderr
    assert luoshi(lived, "verify-ledger").returncode == 0
    assert not (Path(lived["LUOSHI_HOME"]) / "restoring").exists()


def test_a_ledger_that_was_changed_is_refused(lived: Environment, backup: Path, tmp_path: Path) -> None:
    """Whoever changes a row mends the digest in the list of contents too; the chain still tells."""
    with zipfile.ZipFile(backup) as archive:
        table = archive.read("tables/ledger.entry.jsonl").replace(
            b"task.dispatched", b"task.cancelledd"[:15], 1
        )
    told = manifest(backup)
    [part] = [part for part in told["parts"] if part["name"] == "tables/ledger.entry.jsonl"]
    part.update(size=len(table), digest=hashlib.sha256(table).hexdigest())
    parts = {"tables__ledger__entry__jsonl": table, "manifest__json": json.dumps(told).encode()}
    forged = changed(backup, tmp_path / "forged", **parts)
    assert luoshi(lived, "restore", "--check", str(forged)).returncode == 0
    refused = luoshi(lived, "restore", "--replace", str(forged))
    assert refused.returncode == 1
    assert "账本被改" in refused.stderr
    assert luoshi(lived, "verify-ledger").returncode == 0


def test_what_is_no_backup_is_no_backup(lived: Environment, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("敬启者")
    assert "不是落实的备份文件" in luoshi(lived, "restore", "--check", str(tmp_path / "letter")).stderr
    assert luoshi(lived, "restore", "--check", str(tmp_path / "none")).returncode == 2


def test_a_backup_never_takes_the_place_of_a_file(lived: Environment, backup: Path) -> None:
    refused = luoshi(lived, "backup", str(backup))
    assert refused.returncode == 1
    assert "已经存在" in refused.stderr


def test_a_sealed_one_opens_with_its_passphrase_only(lived: Environment, tmp_path: Path) -> None:
    knowing = {**lived, "LUOSHI_BACKUP_PASSPHRASE": "海州-备份-口令"}
    sealed = backed_up(knowing, tmp_path / "sealed")
    assert "不是" not in luoshi(knowing, "restore", "--check", str(sealed)).stderr
    assert b"ledger" not in sealed.read_bytes()
    assert "LUOSHI_BACKUP_PASSPHRASE" in luoshi(lived, "restore", "--check", str(sealed)).stderr
    guessing = {**lived, "LUOSHI_BACKUP_PASSPHRASE": "海州"}
    assert "口令不对" in luoshi(guessing, "restore", "--check", str(sealed)).stderr
    (tmp_path / "cut").write_bytes(sealed.read_bytes()[:-1])
    assert "解不开" in luoshi(knowing, "restore", "--check", str(tmp_path / "cut")).stderr
    assert luoshi(knowing, "restore", "--replace", str(sealed)).returncode == 0


@pytest.mark.parametrize("kept", range(4))
def test_a_restore_that_was_decided_is_finished_wherever_it_was_cut(
    kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every rename but the first few fails, as if the process had ended there."""
    places = Places(tmp_path, "")
    for name in ("keys", "files", "content"):
        for folder in (tmp_path, places.staging):
            (folder / name).mkdir(parents=True)
            (folder / name / ("new" if folder == places.staging else "old")).touch()
    places.database.write_text("old")
    Path(f"{places.database}-wal").write_text("old log")
    places.staged_database.write_text("new")
    decide(places, "now")
    renames, original = 0, Path.rename

    def rename(path: Path, target: str) -> Path:
        nonlocal renames
        renames += 1
        if renames > kept * 2 + 1:
            raise InterruptedError
        return original(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename)
        with pytest.raises(InterruptedError):
            finish(places)
    finish(places)
    assert places.database.read_text() == "new"
    assert not Path(f"{places.database}-wal").exists()
    assert [path.name for path in sorted(tmp_path.glob("*/new"))] == ["new"] * 3
    assert len(list(tmp_path.glob("replaced-now/*/old"))) == 3
    assert Path(f"{places.database}.replaced-now").read_text() == "old"
    assert not places.staging.exists()


@pytest.mark.parametrize("seed", range(2))
def test_a_killed_restore_leaves_the_old_state_or_the_new(
    seed: int, lived: Environment, backup: Path, of_other: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "luoshi.edge.ops", "restore", "--replace", str(of_other)]
    with subprocess.Popen(command, env=lived, stdout=subprocess.DEVNULL) as restoring:
        time.sleep(Random(seed).uniform(0.3, 2.5))  # noqa: S311  # no secret, a test
        restoring.kill()
    assert luoshi(lived, "migrate").returncode == 0
    assert luoshi(lived, "verify-ledger").returncode == 0
    after = entries(backed_up(lived, tmp_path / "after"))
    is_new = after[: len(entries(of_other))] == entries(of_other)
    assert is_new or after[: len(entries(backup))] == entries(backup)
    home = Path(lived["LUOSHI_HOME"])
    assert ((home / "files" / "12" / "回执.pdf").read_bytes() == b"other") == is_new
    assert not (home / "restoring").exists()


def test_killed_before_any_change_on_the_disk_a_restore_leaves_the_old_state_or_the_new(
    installation: Environment, tmp_path: Path
) -> None:
    """Back and forth between two backups on one installation, each way cut off somewhere else."""
    home = Path(installation["LUOSHI_HOME"])
    letter = home / "files" / "12" / "回执.pdf"
    lived_in(installation, moves=10)
    states = []
    for number, content in enumerate((b"first", b"second")):
        letter.write_bytes(content)
        file = backed_up(installation, tmp_path / f"backup{number}")
        states.append((file, [row[9] for row in entries(file)], content))
    count = killed(installation, 0, "restore", "--replace", str(states[0][0]))
    before, seen = states[0], set()
    for place, number in enumerate(spread(count, POINTS)):
        wanted = states[(place + 1) % 2]
        killed(installation, number, "restore", "--replace", str(wanted[0]))
        assert luoshi(installation, "verify-ledger").returncode == 0
        assert not (home / "restoring").exists()
        after = digests_of_ledger(installation)
        is_new = letter.read_bytes() == wanted[2] and before is not wanted
        _file, digests, content = wanted if is_new else before
        assert (after[: len(digests)], letter.read_bytes()) == (digests, content)
        # What came after what was backed up is the word of the restores.
        assert len(after) - len(digests) <= place + 2
        seen.add(is_new)
        before = wanted if is_new else before
    assert seen == {True, False}
