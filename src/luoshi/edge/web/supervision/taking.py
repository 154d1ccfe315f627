"""What is shown, taken away as a workbook: all of it, not only the page. Much of it is written by a job."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from luoshi.act.tasks.table import COUNTED, counted, throughout
from luoshi.core.refusals import N_
from luoshi.edge.exchange.workbooks.tasks import export, export_into
from luoshi.edge.web.access import Viewer, acting_now, members
from luoshi.edge.web.acting import Sheet, answered, either
from luoshi.edge.web.downloads import workbook
from luoshi.ground.jobs.actions import start
from luoshi.ground.jobs.work import JobKind, JobResult, Running

from .asked import Asked, asked
from .words import light_words, origin_words, state_words

QUERY_LENGTH = 1_000
# A site has fewer tasks than this; the progress must know of how many.
ALL = 10_000_000
WRITING = N_("正在写入任务")
WRITTEN = N_("已导出 {count} 件任务。")


@either
@members
def tasks_workbook(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Give every task that the address asks for as a workbook; where that takes long, ask, and leave it to a job."""
    question = asked(request.GET, viewer, localdate())
    if request.method != "POST" and counted(question.wanted) <= COUNTED:
        return workbook(_name(), export(_rows(question)))
    lead = _("筛出的任务超过 %(count)d 件，导出要一会儿：页面可以关，办好后从“后台事项”下载。")
    sheet = Sheet(
        title=_("导出任务"),
        act=_("开始导出"),
        back=f"{reverse('tasks')}?{question.query()}",
        lead=lead % {"count": COUNTED},
    )
    if request.method == "POST":
        given = {"query": question.query()[:QUERY_LENGTH], "language": translation.get_language()}
        return redirect("job", number=start("tasks.export", by=viewer.person, at=now(), given=given).pk)
    return answered(request, forms.Form(), sheet, lambda _typed: ("", sheet.back))


def _name() -> str:
    return f"{_('督办台')}-{localdate().isoformat()}"


def _rows(question: Asked) -> Iterator[dict[str, Any]]:
    """Give the tasks in words, read while they are written."""
    states, lights, origins = state_words(), light_words(), origin_words()
    for row in throughout(question.wanted):
        shape, light = lights[row.light]
        yield {
            **row._asdict(),
            "state": states[row.state],
            "light": f"{shape} {light}".strip(),
            "origin": origins[row.origin],
            "progress": None if row.progress is None else f"{row.progress}%",
        }


def _export(running: Running) -> JobResult:
    with translation.override(running.given["language"]):
        question = asked(QueryDict(running.given["query"]), acting_now(running.by), localdate())
        total, done, name = counted(question.wanted, ALL), 0, f"{_name()}.xlsx"

        def telling() -> Iterator[dict[str, Any]]:
            nonlocal done
            for done, row in enumerate(_rows(question), 1):
                running.advance(min(done, total), total, WRITING)
                yield row

        with running.made(name).open("wb") as file:
            export_into(file, telling())
    return JobResult(WRITTEN, {"count": str(done)}, file=name)


EXPORT = JobKind(N_("导出任务"), _export)
