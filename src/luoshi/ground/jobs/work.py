"""What work on a job looks like from inside: what it is given, how it tells how far it is, how it ends."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.module_loading import import_string

from luoshi.core.refusals import Refusal
from luoshi.ground.people.models import Person

from . import folders
from .models import Job, JobLine
from .refusals import CANCELLED

TELL_SECONDS = 0.2


@dataclass(frozen=True)
class JobResult:
    """What came of the work: one sentence (Chinese msgid) with its facts, a file it made, an address to look at."""

    sentence: str
    facts: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    link: str = ""


class Cancelled(Exception):
    """Raised inside the work when somebody asked it to stop; its transaction takes everything back.

    Work that is done piece by piece raises it anew with ``result``, which says how many pieces are done.
    """

    def __init__(self, result: JobResult | None = None) -> None:
        super().__init__()
        self.result = result or JobResult(CANCELLED)


class Running:
    """A job at work 办理现场: what was given and brought, and the way to tell how far it is."""

    def __init__(self, job: Job) -> None:
        self.by: Person = job.by
        self.given: Mapping[str, Any] = job.given
        self.job, self._folder = job, job.folder
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

    def is_settled(self, thing: str) -> bool:
        """Tell whether the thing was done by an attempt that did not come to its end."""
        return JobLine.objects.filter(job=self.job, thing=thing, refused=False).exists()

    def note(self, thing: str, name: str, sentence: str, /, **facts: str) -> None:
        """Keep what came of one thing: in the transaction that does it, so that it is never done twice."""
        self._keep(thing, name, sentence, facts, refused=False)

    def note_refusal(self, thing: str, name: str, refusal: Refusal) -> None:
        """Keep why nothing came of one thing."""
        self._keep(thing, name, refusal.sentence, refusal.facts, refused=True)

    def _keep(self, thing: str, name: str, sentence: str, facts: Mapping[str, str], *, refused: bool) -> None:
        said = {"name": name, "refused": refused, "sentence": sentence, "facts": dict(facts)}
        JobLine.objects.update_or_create(job=self.job, thing=thing, defaults=said)


@dataclass(frozen=True)
class JobKind:
    """A kind of job: what people call it (Chinese msgid) and what does it."""

    label: str
    work: Callable[[Running], JobResult]


def kind_of(name: str) -> JobKind:
    """Return the kind that ``LUOSHI_JOBS`` has under that name. Raises ``LookupError`` where it has none."""
    kind: JobKind = import_string(settings.LUOSHI_JOBS[name])
    return kind
