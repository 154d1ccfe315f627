"""The rounds that a timer makes, as jobs for whoever keeps the system; ``luoshi sweep`` and ``luoshi notify`` are the same."""

from pathlib import Path

from django.conf import settings
from django.utils import timezone

from luoshi.act.tasks.actions import sweep
from luoshi.act.tasks.queries import under_way
from luoshi.core.refusals import N_
from luoshi.edge.exchange.attachments import clear_unused
from luoshi.edge.exchange.calendars import site_calendar
from luoshi.edge.exchange.notice_policy import site_notices
from luoshi.edge.notices.actions import write_digests
from luoshi.edge.notices.queries import due
from luoshi.edge.notices.sending import send
from luoshi.edge.ops.home import LAST_SWEEP
from luoshi.ground.jobs.work import Cancelled, JobKind, JobResult, Running

SWEEPING = N_("正在逐件亮灯")
SWEPT = N_("看了 {tasks} 件在办任务：改灯 {lights} 件，发出督办 {notices} 条。")
STOPPED = N_("已停下：看过的 {tasks} 件已经更新，其余下次巡检再看。")
WRITING, SENDING = N_("正在写晨报"), N_("正在发送")
WRITTEN = N_("写了 {written} 份晨报；发出 {sent} 条，没有发出 {failed} 条，可能已发 {unclear} 条。")
SENT = N_("今天不用再写晨报；发出 {sent} 条，没有发出 {failed} 条，可能已发 {unclear} 条。")
HELD = N_("已停下：发出的 {sent} 条不会再发，其余等下次发送。")
CLEARING = N_("正在核对附件")
CLEARED = N_("清理了 {files} 个无主附件，共 {size} KB。")
NOTHING = N_("没有要清理的附件。")


def _sweep(running: Running) -> JobResult:
    total, seen = under_way().count(), 0

    def tell(tasks: int) -> None:
        nonlocal seen
        seen += tasks
        running.advance(min(seen, total), total, SWEEPING)

    try:
        done = sweep(by=None, at=timezone.now(), advance=tell)
    except Cancelled:
        raise Cancelled(JobResult(STOPPED, {"tasks": str(seen)})) from None
    (Path(settings.LUOSHI_HOME) / LAST_SWEEP).touch()
    return JobResult(SWEPT, {name: str(count) for name, count in done._asdict().items()})


def _notify(running: Running) -> JobResult:
    policy, calendar = site_notices(), site_calendar()
    running.advance(0, None, WRITING)
    written = write_digests(at=timezone.now(), policy=policy, calendar=calendar)
    total, sent = due(timezone.now(), timezone.localdate()).count(), 0

    def tell(count: int) -> None:
        nonlocal sent
        sent += count
        running.advance(min(sent, total), total, SENDING)

    try:
        done = send(clock=timezone.now, policy=policy, calendar=calendar, advance=tell)
    except Cancelled:
        raise Cancelled(JobResult(HELD, {"sent": str(sent)})) from None
    facts = {name: str(done[name]) for name in ("sent", "failed", "unclear")}
    return JobResult(SENT if written is None else WRITTEN, {"written": str(written or 0), **facts})


def _clear(running: Running) -> JobResult:
    done = clear_unused(
        by=running.by.pk,
        at=timezone.now(),
        advance=lambda seen, total: running.advance(seen, total, CLEARING),
    )
    facts = {"files": str(done.files), "size": str(-(-done.size // 1024))}
    return JobResult(CLEARED if done.files else NOTHING, facts)


SWEEP = JobKind(N_("巡检"), _sweep)
NOTIFICATION = JobKind(N_("晨报和发送"), _notify)
CLEARANCE = JobKind(N_("清理无主附件"), _clear)
