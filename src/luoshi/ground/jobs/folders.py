"""What a job keeps outside the database: files it was given, files it makes, how far it is, the wish to stop.

How far it is must be seen while its transaction is still open, and the wish to stop must reach it there;
on SQLite, where one writer shuts out all others, a table could do neither.
"""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File

WISH, PROGRESS, BROUGHT, MADE = "stop", "progress.json", "brought", "made"


def all_folders() -> Path:
    """Return where the folders of all jobs are."""
    return Path(settings.LUOSHI_HOME) / "jobs"


def folder_of(name: str) -> Path:
    """Return the folder of the job whose ``folder`` is ``name``."""
    return all_folders() / name


def make(name: str, brought: "Mapping[str, File[bytes]]") -> None:
    """Make the folder of a new job and keep in it what was brought, each under its key."""
    kept = folder_of(name) / BROUGHT
    kept.mkdir(mode=0o700, parents=True)
    (folder_of(name) / MADE).mkdir(mode=0o700)
    for key, content in brought.items():
        with (kept / key).open("wb") as target:
            for chunk in content.chunks():
                target.write(chunk)


def empty(name: str) -> None:
    """Forget how far an earlier attempt came, what it made, and the wish to stop it."""
    folder = folder_of(name)
    (folder / WISH).unlink(missing_ok=True)
    (folder / PROGRESS).unlink(missing_ok=True)
    shutil.rmtree(folder / MADE, ignore_errors=True)
    (folder / MADE).mkdir(mode=0o700, parents=True)


def remove(name: str) -> None:
    """Remove all that a job kept."""
    shutil.rmtree(folder_of(name), ignore_errors=True)


def write_progress(name: str, progress: Mapping[str, Any]) -> None:
    """Keep how far the job is; a reader sees the old or the new, never half of it."""
    folder = folder_of(name)
    fresh = folder / f"{PROGRESS}.new"
    fresh.write_text(json.dumps(progress), encoding="utf-8")
    fresh.replace(folder / PROGRESS)


def read_progress(name: str) -> dict[str, Any]:
    """Return how far the job is; nothing before it says so."""
    try:
        told: dict[str, Any] = json.loads((folder_of(name) / PROGRESS).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return told


def wish_to_stop(name: str) -> None:
    """Ask the running job to stop at its next step."""
    (folder_of(name) / WISH).touch()


def is_wished_to_stop(name: str) -> bool:
    """Tell whether somebody asked the job to stop."""
    return os.path.exists(folder_of(name) / WISH)  # noqa: PTH110  # three times as fast, and asked often


def call_worker() -> None:
    """Leave the mark that tells ``luoshi serve`` to start a worker."""
    all_folders().mkdir(mode=0o700, parents=True, exist_ok=True)
    (all_folders() / "wanted").touch()
