"""Days and moments as a page says them."""

from datetime import date, datetime
from functools import cache

from babel import Locale
from babel.dates import format_date, format_datetime
from django.utils.timezone import localdate, localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def day_of(when: date | datetime) -> str:
    """Return the day: 2026年3月18日; of a moment, the day it is here."""
    on = localtime(when).date() if isinstance(when, datetime) else when
    return format_date(on, _("y年M月d日"), locale=locale())


def moment_of(at: datetime) -> str:
    """Return the day and the minute here: 3月18日 09:05."""
    return format_datetime(localtime(at), _("M月d日 HH:mm"), locale=locale())


def short_day(at: datetime) -> str:
    """Return the day of a moment here, with its year where that is not this one: 3月18日."""
    on = localtime(at).date()
    pattern = _("M月d日") if on.year == localdate().year else _("y年M月d日")
    return format_date(on, pattern, locale=locale())


def locale() -> Locale:
    """Return how this page says days; looked up once, because Babel takes longer to find it than to use it."""
    return _known("en_GB" if get_language() == "en" else "zh_CN")


@cache
def _known(name: str) -> Locale:
    return Locale.parse(name)
