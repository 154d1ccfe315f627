"""Installations with something in them, and what a backup of one says."""

import json
import signal
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from .databases import Environment, luoshi


def lived_in(environment: Environment, moves: int = 20) -> Environment:
    """Plant tasks, move them about, and bring an attachment."""
    numbers = _run(environment, "plant", "4").split()
    _run(environment, "wander", "7", str(moves), *numbers)
    attachment = Path(environment["LUOSHI_HOME"]) / "files" / "12" / "回执.pdf"
    attachment.parent.mkdir(parents=True, exist_ok=True)
    attachment.write_bytes(b"%PDF-1.7 " + bytes(range(256)))
    return environment


def backed_up(environment: Environment, file: Path) -> Path:
    """Back up to that file."""
    done = luoshi(environment, "backup", str(file))
    assert done.returncode == 0, done.stderr
    return file


def text_of(file: Path) -> str:
    """Return a backup's list of contents as it is written."""
    with zipfile.ZipFile(file) as archive:
        return archive.read("manifest.json").decode()


def manifest(file: Path) -> dict[str, Any]:
    """Return a backup's list of contents."""
    told: dict[str, Any] = json.loads(text_of(file))
    return told


def digests(file: Path) -> dict[str, str]:
    """Return the digest of every part, except the ledger's, which tells of backups too."""
    return {
        part["name"]: part["digest"] for part in manifest(file)["parts"] if "ledger.entry" not in part["name"]
    }


def entries(file: Path) -> list[Any]:
    """Return the rows of the ledger in a backup."""
    with zipfile.ZipFile(file) as archive:
        return [json.loads(line) for line in archive.read("tables/ledger.entry.jsonl").splitlines()[1:]]


def changed(file: Path, target: Path, **parts: bytes | None) -> Path:
    """Write the backup again with other parts, or without those that are nothing; ``__`` stands for what a name has."""
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(target, "w") as written:
        for name in source.namelist():
            key = name.replace("/", "__").replace(".", "__")
            content = parts.get(key, source.read(name))
            if content is not None:
                written.writestr(name, content)
    return target


def digests_of_ledger(environment: Environment) -> list[str]:
    """Return the digest of every entry that an installation has now, in their order."""
    statement = "SELECT digest FROM ledger_entry ORDER BY id"
    if environment["DATABASE_URL"]:
        with psycopg.connect(environment["DATABASE_URL"]) as server:
            return [row[0] for row in server.execute(statement)]
    with closing(sqlite3.connect(Path(environment["LUOSHI_HOME"]) / "luoshi.sqlite3")) as file:
        return [row[0] for row in file.execute(statement)]


def killed(environment: Environment, number: int, *arguments: str) -> int:
    """Type a command that is killed before its ``number``-th change on the disk (0: not); return how many it made.

    How many changes it takes varies by one or two with what SQLite left beside its file, so one that ends by itself
    must have made fewer.
    """
    command = [sys.executable, "-m", "world.killed", str(number), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if number and done.returncode == -signal.SIGKILL:
        return number
    assert done.returncode == 0, done.stderr
    made = int(done.stdout.splitlines()[-1])
    assert not number or made < number
    return made


def spread(count: int, points: int) -> list[int]:
    """Return that many numbers from 1 to ``count``, evenly spread, the first and the last among them."""
    return sorted({1 + round(place * (count - 1) / (points - 1)) for place in range(points)})


def _run(environment: Environment, *arguments: str) -> str:
    command = [sys.executable, "-m", "world.task_mover", *arguments]
    return subprocess.run(
        command, env=environment, input="\n", check=True, capture_output=True, text=True
    ).stdout.replace("ready\n", "")
