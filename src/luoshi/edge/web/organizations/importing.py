"""A workbook is imported by a job: judged once more with the rights of today, then written whole or not at all."""

from dataclasses import replace
from typing import Any

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import now

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.exchange.workbooks import Preview, Verdict, importing
from luoshi.edge.web.access import Viewer, acting_now
from luoshi.edge.web.refusing import sentence
from luoshi.ground.jobs.actions import start
from luoshi.ground.jobs.models import Job
from luoshi.ground.jobs.work import JobKind, JobResult, Running

from .bounds import outside

# Fewer rows than these are written while their page waits.
AT_ONCE = 500
NOTED = 1_000
WORKBOOK = "workbook"
READING, WRITING = N_("正在逐格核对"), N_("正在写入")
IMPORTED = N_("已导入“{name}”：新增 {new} 行，修改 {changed} 行，不变 {same} 行。")


def foreseen(viewer: Viewer, which: str, data: bytes, name: str) -> Preview[Any]:
    """Return what importing it would do; rows beyond what the viewer keeps are refused too. Raises ``Unreadable``."""
    found: Preview[Any] = importing.preview(which, data, name, at=now())
    return replace(found, verdicts=[*found.verdicts, *outside(viewer, found)])


def leave_to_job(viewer: Viewer, which: str, data: bytes, name: str) -> Job:
    """Ask for the import of what was previewed, and return its job."""
    given = {"which": which, "name": name, "language": translation.get_language()}
    brought = {WORKBOOK: ContentFile(data)}
    return start("import", by=viewer.person, at=now(), given=given, brought=brought)


def _import(running: Running) -> JobResult:
    which, name = running.given["which"], running.given["name"]
    data = running.brought(WORKBOOK).read_bytes()
    running.advance(0, None, READING)
    found = foreseen(acting_now(running.by), which, data, name)
    with translation.override(running.given["language"]):
        for each in found.refused[:NOTED]:
            running.note_refusal(each.cell, "", _refusal_of(each))
    found.refuse_refused()
    total = len(found.rows)
    importing.commit(
        which,
        data,
        name,
        by=running.by.pk,
        at=now(),
        advance=lambda rows: running.advance(min(rows, total - 1), total, WRITING),
    )
    new, changed, same, _refused = found.counts
    facts = {"name": name, "new": str(new), "changed": str(changed), "same": str(same)}
    return JobResult(
        IMPORTED, facts, link=reverse("organizations" if which == "organizations" else "workbooks")
    )


def _refusal_of(cell: Verdict) -> Refusal:
    """Return why the cell stands in the way, with the rule's own sentence in it where there is one."""
    return Refusal(cell.sentence, **cell.facts, reason=sentence(cell.reason) if cell.reason else "")


IMPORT = JobKind(N_("导入"), _import)
