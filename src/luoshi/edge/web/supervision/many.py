"""What is done with many tasks as a job: each moved by itself, together with the line that says so."""

import logging
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from luoshi.act.tasks.table import selected
from luoshi.core.refusals import N_, Refusal
from luoshi.edge.exchange.workbooks.results import Outcome, write_results
from luoshi.edge.web.access import acting_now
from luoshi.edge.web.refusing import sentence
from luoshi.ground.jobs.queries import counted_lines, lines_of
from luoshi.ground.jobs.refusals import FAILED
from luoshi.ground.jobs.work import Cancelled, JobKind, JobResult, Running

from .deeds import EXTENSION, REQUEST, TRANSFER, URGING, Deed

log = logging.getLogger(__name__)

BATCH, NAME_LENGTH = 100, 200
FILE = "办理结果.xlsx"
DOING = N_("正在逐件办理")
DONE = N_("办了 {done} 件，没有办成 {refused} 件；每件的结果在文件里。")
STOPPED = N_(
    "已停下：办了 {done} 件，没有办成 {refused} 件，还有 {left} 件没有动；每件的结果在文件里，重新开始会接着办没有动的。"
)
GONE = N_("这件任务已不归您管，或已不在：没有办。")
UNFIT = N_("填写的内容现在办不了：{why}")


def _kind(label: str, deed: Deed) -> JobKind:
    return JobKind(label, lambda running: _all(running, deed))


def _all(running: Running, deed: Deed) -> JobResult:
    numbers: list[int] = running.given["tasks"]
    with translation.override(running.given["language"]):
        form = deed.form(running.given["said"])
        if not form.is_valid():
            raise Refusal(
                UNFIT, why=" ".join(str(each) for errors in form.errors.values() for each in errors)
            )
        try:
            for start in range(0, len(numbers), BATCH):
                _some(running, deed, form, numbers[start : start + BATCH], start)
        except Cancelled:
            raise Cancelled(_told(running, STOPPED)) from None
        return _told(running, DONE)


def _some(running: Running, deed: Deed, form: forms.Form, numbers: list[int], before: int) -> None:
    # Whoever lost a post meanwhile loses what is left of the job too.
    found = {task.pk: task for task in selected(numbers, acting_now(running.by).paths)}
    for place, number in enumerate(numbers, before):
        running.advance(place, len(running.given["tasks"]), DOING)
        if not running.is_settled(str(number)):
            _one(running, deed, form, number, found.get(number))


def _one(running: Running, deed: Deed, form: forms.Form, number: int, task: Any) -> None:
    name = "" if task is None else task.title[:NAME_LENGTH]
    try:
        if task is None:
            raise Refusal(GONE)
        with transaction.atomic():
            deed.act(task, by=running.by, at=timezone.now(), **form.cleaned_data)
            running.note(str(number), name, deed.done)
    except Refusal as refusal:
        running.note_refusal(str(number), name, refusal)
    except Exception:
        # What is wrong with one task must not keep the others waiting; its transaction took all of it back.
        log.exception("task %d was not done", number)
        running.note_refusal(str(number), name, Refusal(FAILED))


def _told(running: Running, said: str) -> JobResult:
    """Write what came of each task into a workbook, and return how many that were."""
    done, refused = counted_lines(running.job)
    outcomes = (
        Outcome(each.thing, each.name, _("没有办成") if each.refused else _("已办"), sentence(each))
        for each in lines_of(running.job).iterator()
    )
    with running.made(FILE).open("wb") as file:
        write_results(file, outcomes)
    left = len(running.given["tasks"]) - done - refused
    facts = {"done": str(done), "refused": str(refused), "left": str(left)}
    return JobResult(said, facts, file=FILE)


URGE_ALL = _kind(N_("批量催办"), URGING)
TRANSFER_ALL = _kind(N_("批量转办"), TRANSFER)
REQUEST_ALL = _kind(N_("批量申请延期"), REQUEST)
EXTEND_ALL = _kind(N_("批量准予延期"), EXTENSION)
