"""What the page calls what the reader found."""

from datetime import date

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext as _

from luoshi.core.reading import Remark
from luoshi.edge.exchange.reading_words import STANCES, STRENGTHS, remark_in_words

MARKS = {**STRENGTHS, "past": STANCES["past"], "quotation": STANCES["quotation"]}


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
