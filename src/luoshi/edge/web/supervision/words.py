"""How the table says where a task stands and until when; the same words stand in hundreds of rows, so they are kept."""

from datetime import date, datetime
from functools import lru_cache

from django.utils.timezone import localdate
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _

from luoshi.act.tasks.origins import Origin
from luoshi.core.lifecycle import LIGHT_LABELS, STATE_LABELS, Light, State
from luoshi.edge.exchange.calendars import site_calendar
from luoshi.edge.web.reading.words import day
from luoshi.edge.web.spoken import spoken

SHAPES = {Light.BLUE: "●", Light.GREEN: "▲", Light.YELLOW: "◆", Light.RED: "■", Light.GREY: "○"}
REMEMBERED = 5_000
# Whoever has reported waits for somebody else, and no longer for the day.
UNHURRIED = frozenset(each.value for each in (State.REPORTED, State.CLOSED, State.SETTLED, State.CANCELLED))


@spoken
def state_words() -> dict[str, str]:
    """Return what each stored state is called."""
    return {each.value: gettext(STATE_LABELS[each]) for each in State}


@spoken
def light_words() -> dict[str, tuple[str, str]]:
    """Return the shape and the word of each stored light; for what shows none, two empty texts."""
    return {"": ("", ""), **{each.value: (SHAPES[each], gettext(LIGHT_LABELS[each])) for each in Light}}


@spoken
def origin_words() -> dict[str, str]:
    """Return what each stored origin is called."""
    return {each.value: str(each.label) for each in Origin}


def due(on: date | None, today: date, state: str, language: str) -> tuple[str, str]:
    """Return the deadline as people say it, and how far it is in working days; nothing where no more work is due.

    ``language`` is the language of the page, asked once for all its lines.
    """
    if on is None:
        return "", ""
    said, left = _due(on, today, language)
    return said, "" if state in UNHURRIED else left


def moved(at: str, today: date, language: str) -> str:
    """Return the day of a moment in ISO 8601, here, as people say it in the language of the page."""
    return _day_of(at[:13], today, language)


@lru_cache(REMEMBERED)
def _day_of(hour: str, today: date, _language: str) -> str:
    # Whole hours are enough, since no zone that matters here is off by less.
    on = localdate(datetime.fromisoformat(f"{hour}:00:00+00:00"))
    return _("今天") if on == today else day(on, today)


@lru_cache(REMEMBERED)
def _due(on: date, today: date, _language: str) -> tuple[str, str]:
    return day(on, today), _left(on, today)


def _left(on: date, today: date) -> str:
    if on == today:
        return _("就在今天")
    calendar = site_calendar()
    if on > today:
        days = calendar.workdays_between(today, on)
        return ngettext("还剩%(days)d个工作日", "还剩%(days)d个工作日", days) % {"days": days}
    days = calendar.workdays_between(on, today)
    if not days:
        return _("已逾期，之后还没有工作日")
    return ngettext("已逾期%(days)d个工作日", "已逾期%(days)d个工作日", days) % {"days": days}
