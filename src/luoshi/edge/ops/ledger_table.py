"""The ledger as a table for the auditor, as a job: what happened when and by whom, without what it was about.

Talks and visits are counted and not listed: who records one took part in it, and that is nobody's business.
"""

import csv

from django.utils.timezone import localtime

from luoshi.act.activities.queries import confidential_chains
from luoshi.core.refusals import N_
from luoshi.ground.jobs.work import JobKind, JobResult, Running
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.verbs import VERBS

WRITING = N_("正在写入账本记录")
WRITTEN = N_("已导出 {count} 条账本记录（不含业务内容）。")
SEALED_LEFT_OUT = N_(
    "已导出 {count} 条账本记录（不含业务内容）；谈心谈话、走访的 {sealed} 条不列出，只参加核验。"
)
COLUMNS = (
    "编号",
    "账本链",
    "序号",
    "事项",
    "名称",
    "时间",
    "经办人编号",
    "委托人编号",
    "上一条摘要",
    "摘要",
    "摘要算法",
)
CHUNK = 2000


def _export(running: Running) -> JobResult:
    total, name = Entry.objects.count(), "账本.csv"
    rows = Entry.objects.order_by("id").defer("facts_text").iterator(chunk_size=CHUNK)
    confidential, count, sealed = confidential_chains(), 0, 0
    # Spreadsheet programs know by the mark in front that the text is UTF-8.
    with running.made(name).open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for count, entry in enumerate(rows, 1):
            running.advance(min(count, total), total, WRITING)
            if entry.chain in confidential:
                sealed += 1
            else:
                table.writerow(_row(entry))
    facts = {"count": str(count - sealed), "sealed": str(sealed)}
    return JobResult(SEALED_LEFT_OUT if sealed else WRITTEN, facts, file=name)


def _row(entry: Entry) -> tuple[object, ...]:
    at = localtime(entry.at).isoformat(timespec="seconds")
    place = (entry.pk, entry.chain, entry.sequence, entry.verb, VERBS.get(entry.verb, ""))
    return (*place, at, entry.by, entry.for_whom, entry.previous, entry.digest, entry.algorithm)


EXPORT = JobKind(N_("导出账本"), _export)
