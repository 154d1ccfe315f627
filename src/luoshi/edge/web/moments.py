"""Days and moments as a page says them."""

from datetime import date, datetime

from babel.dates import format_date, format_datetime
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def day_of(when: date | datetime) -> str:
    """Return the day: 2026年3月18日; of a moment, the day it is here."""
    on = localtime(when).date() if isinstance(when, datetime) else when
    return format_date(on, _("y年M月d日"), locale=_locale())


def moment_of(at: datetime) -> str:
    """Return the day and the minute here: 3月18日 09:05."""
    return format_datetime(localtime(at), _("M月d日 HH:mm"), locale=_locale())


def _locale() -> str:
    return "en_GB" if get_language() == "en" else "zh_CN"
