"""What every page calls days and lights."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from luoshi.act.tasks.site import workdays
from luoshi.core.lifecycle import Light
from luoshi.edge.web.reading.words import day

# A light is colour and shape and word, because not everybody sees the colour.
SHAPES = {Light.BLUE: "●", Light.GREEN: "▲", Light.YELLOW: "◆", Light.RED: "■", Light.GREY: "○"}


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
