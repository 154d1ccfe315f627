"""What every page calls days."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from luoshi.act.tasks.site import workdays


def dated(on: date) -> str:
    """The day on which a document was issued: 2026年3月18日."""
    return _formatted(on, _("y年M月d日"))


def day(on: date, today: date) -> str:
    """The day as people say it: 6月30日 周二, with the year where it is not this one."""
    pattern = _("M月d日 EEE") if on.year == today.year else _("y年M月d日 EEE")
    return _formatted(on, pattern)


def due(on: date, today: date) -> str:
    """Return the day and how far it is: 6月30日 周二 · 还剩3个工作日."""
    return f"{day(on, today)} · {left(on, today)}"


def left(on: date, today: date) -> str:
    """Return how many working days are left until that day, or over."""
    if on == today:
        return _("就在今天")
    count = workdays().workdays_between(today, on)
    if count == 0:
        # On the rest days after a deadline nobody could have worked on it yet.
        return _("刚过时限")
    if on > today:
        return ngettext("还剩%(days)d个工作日", "还剩%(days)d个工作日", count) % {"days": count}
    return ngettext("已过%(days)d个工作日", "已过%(days)d个工作日", -count) % {"days": -count}


def _formatted(on: date, pattern: str) -> str:
    return format_date(on, pattern, locale="en_GB" if get_language() == "en" else "zh_CN")
