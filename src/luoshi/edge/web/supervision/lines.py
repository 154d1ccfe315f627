"""A task as a line of the table, ready to be shown: every word in the reader's language, no code left."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from luoshi.act.tasks.table import Side, TaskRow
from luoshi.core.lifecycle import State

from .words import due, light_words, moved, origin_words, state_words


class Line(NamedTuple):
    """One line 一行. ``link`` leads to the task, ``act`` names what this side can do next."""

    id: int
    title: str
    link: str
    owner: str
    issuer: str
    origin: str
    due: str
    left: str
    was_due: str
    iso: str
    light: str
    shape: str
    shines: str
    state: str
    progress: str
    marks: tuple[str, ...]
    act: str
    moved: str


def lines(rows: Iterable[TaskRow], side: Side, today: date, root: str) -> list[Line]:
    """Return the rows as lines; ``root`` is the address under which tasks stand."""
    states, lights, origins = state_words(), light_words(), origin_words()
    acts, nobody, undated = _acts(side), _("（还没有承办单位）"), _("没有时限")
    language, made = get_language() or "", []
    for row in rows:
        said, left = due(row.deadline_on, today, row.state, language)
        later = row.original_deadline_on is not None and row.original_deadline_on != row.deadline_on
        shape, shines = lights[row.light]
        made.append(
            Line(
                id=row.id,
                title=row.title,
                link=f"{root}{row.id}/",
                owner=f"{row.owner} · {row.owner_post}" if row.owner_post else row.owner or nobody,
                issuer=row.issuer,
                origin=origins[row.origin],
                due=said or row.recurrence or undated,
                left=left,
                was_due=due(row.original_deadline_on, today, row.state, language)[0] if later else "",
                iso=row.deadline_on.isoformat() if row.deadline_on else "",
                light=row.light,
                shape=shape,
                shines=shines,
                state=states[row.state],
                progress="" if row.progress is None else f"{row.progress}%",
                marks=_marks(row, side),
                act=_act(row, side, acts),
                moved=moved(row.moved_at, today, language),
            )
        )
    return made


def _marks(row: TaskRow, side: Side) -> tuple[str, ...]:
    """Return what somebody should know before opening it."""
    if side is not Side.HELPER and not (row.asked_deadline_on or row.blocked or row.urges or row.relapses):
        return ()
    told = (
        _("配合") if side is Side.HELPER else "",
        _("申请延期") if row.asked_deadline_on else "",
        _("提请协调") if row.blocked else "",
        _("催办 %(times)d 次") % {"times": row.urges} if row.urges else "",
        _("反弹 %(times)d 次") % {"times": row.relapses} if row.relapses else "",
    )
    return tuple(each for each in told if each)


def _acts(side: Side) -> dict[str, str]:
    if side is Side.HELPER:
        return {}
    if side is Side.OWNER:
        return {State.DISPATCHED: _("签收"), State.ACCEPTED: _("报结")}
    return {
        State.DRAFT: _("交办"),
        State.DISPATCHED: _("催办"),
        State.ACCEPTED: _("催办"),
        State.REPORTED: _("核验"),
        State.CLOSED: _("回头看"),
        State.SUSPENDED: _("恢复"),
    }


def _act(row: TaskRow, side: Side, acts: dict[str, str]) -> str:
    if side is Side.ISSUER and (row.asked_deadline_on or row.blocked):
        return _("答复")
    return acts.get(row.state, "")
