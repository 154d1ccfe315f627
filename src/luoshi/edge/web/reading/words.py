"""What the page calls what the reader found."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext as _

from luoshi.core.reading import Remark
from luoshi.edge.exchange.reading_words import STANCES, STRENGTHS, remark_in_words

MARKS = {**STRENGTHS, "past": STANCES["past"], "quotation": STANCES["quotation"]}


def dated(on: date) -> str:
    """The day on which a document was issued: 2026年3月18日."""
    return _formatted(on, _("y年M月d日"))


def day(on: date, today: date) -> str:
    """The day as people say it: 6月30日 周二, with the year where it is not this one."""
    pattern = _("M月d日 EEE") if on.year == today.year else _("y年M月d日 EEE")
    return _formatted(on, pattern)


def remaining(on: date, today: date) -> str:
    """How far the day is from today, in calendar days."""
    days = (on - today).days
    if days == 0:
        return _("就在今天")
    if days > 0:
        return ngettext("还剩 %(days)d 天", "还剩 %(days)d 天", days) % {"days": days}
    return ngettext("已过 %(days)d 天", "已过 %(days)d 天", -days) % {"days": -days}


def remark(found: Remark) -> str:
    """A convention or a warning of the reader in the language of the page."""
    return remark_in_words(found, gettext)


def _formatted(on: date, pattern: str) -> str:
    return format_date(on, pattern, locale="en_GB" if get_language() == "en" else "zh_CN")
