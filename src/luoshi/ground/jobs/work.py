"""What work on a job looks like from inside: what it is given, how it tells how far it is, how it ends."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from luoshi.ground.people.models import Person

from . import folders

TELL_SECONDS = 0.2


class Cancelled(Exception):
    """Raised inside the work when somebody asked it to stop; its transaction takes everything back."""


@dataclass(frozen=True)
class JobResult:
    """What came of the work: one sentence (Chinese msgid) with its facts, a file it made, an address to look at."""

    sentence: str
    facts: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    link: str = ""


class Running:
    """A job at work 办理现场: what was given and brought, and the way to tell how far it is."""

    def __init__(self, by: Person, given: Mapping[str, Any], folder: str) -> None:
        self.by = by
        self.given = given
        self._folder = folder
        self._told_at = float("-inf")

    def advance(self, done: int, total: int | None = None, sentence: str = "", **facts: str) -> None:
        """Tell how far the work is, as often as it likes: kept a few times a second. ``sentence`` is a msgid.

        Raises ``Cancelled`` when somebody asked the job to stop.
        """
        now = time.monotonic()
        if now - self._told_at < TELL_SECONDS and done != total:
            return
        self._told_at = now
        if folders.is_wished_to_stop(self._folder):
            raise Cancelled
        told = {"done": done, "total": total, "sentence": sentence, "facts": facts}
        folders.write_progress(self._folder, told)

    def brought(self, key: str) -> Path:
        """Return the file that was brought under that key."""
        return folders.folder_of(self._folder) / folders.BROUGHT / key

    def made(self, name: str) -> Path:
        """Return where to write the file called ``name``, to be named in the result."""
        return folders.folder_of(self._folder) / folders.MADE / name


@dataclass(frozen=True)
class JobKind:
    """A kind of job: what people call it (Chinese msgid) and what does it."""

    label: str
    work: Callable[[Running], JobResult]


def kind_of(name: str) -> JobKind:
    """Return the kind that ``LUOSHI_JOBS`` has under that name. Raises ``LookupError`` where it has none."""
    kind: JobKind = import_string(settings.LUOSHI_JOBS[name])
    return kind
