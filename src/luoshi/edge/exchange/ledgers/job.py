"""A ledger is imported as a job: judged once more, what is sound is entered, how far it is is told."""

import json
from typing import Any

from django.urls import reverse
from django.utils.timezone import now

from luoshi.act.activities.actions import enter
from luoshi.core.refusals import N_, Refusal
from luoshi.ground.jobs.work import JobKind, JobResult, Running
from luoshi.ground.organizations.queries import find

from .judging import foreseen
from .sheets import Sheet

KIND = "activities.import"
ENTERING = N_("正在写入活动")
DONE = N_("已导入 {new} 次活动：{merged} 行与别的行合并，{known} 次原来就有，{refused} 行没有导入。")
GONE = N_("要导入的组织已经不在：请重新选组织。")


def brought(sheet: Sheet) -> bytes:
    """Return the ledger as the job keeps it."""
    kept = {"titles": sheet.titles, "rows": sheet.rows, "merged": sorted(sheet.merged)}
    return json.dumps(kept, ensure_ascii=False).encode()


def kept(data: bytes) -> Sheet:
    """Return the ledger that was kept so."""
    said: dict[str, Any] = json.loads(data)
    rows = {int(row): tuple(cells) for row, cells in said["rows"].items()}
    return Sheet(tuple(said["titles"]), rows, frozenset(said["merged"]))


def _import(running: Running) -> JobResult:
    organization = find(running.given["organization"])
    if organization is None:
        raise Refusal(GONE)
    sheet = kept(running.brought("ledger").read_bytes())
    at = now()
    found = foreseen(sheet, running.given["layout"], organization, at=at)
    total = found.new
    running.advance(0, total, ENTERING)
    outcome = enter(
        found.tellings,
        by=running.by,
        at=at,
        tell=lambda done: running.advance(done, total, ENTERING),
    )
    facts = {
        "new": str(outcome.new),
        "merged": str(found.merged),
        "known": str(outcome.known),
        "refused": str(len(found.faults)),
    }
    return JobResult(DONE, facts, link=reverse("organization_activities", kwargs={"number": organization.pk}))


IMPORT = JobKind(N_("导入组织生活台账"), _import)
