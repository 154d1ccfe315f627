"""What the page calls what the reader found."""

import re
from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, gettext, gettext_noop, ngettext
from django.utils.translation import gettext as _

KINDS = {
    "speech": gettext_noop("讲话"),
    "plan": gettext_noop("方案、计划、意见"),
    "division": gettext_noop("任务分工"),
    "notice": gettext_noop("通知、通报"),
    "other": gettext_noop("其他文件"),
}
MARKS = {
    "core": gettext_noop("可核验"),
    "soft": gettext_noop("原则性要求"),
    "past": gettext_noop("已完成的表述"),
    "quotation": gettext_noop("引用的要求"),
}
# As a refusal lists them; marked here because the readers of the formats know no interface language.
READABLE = gettext_noop(".docx、.pdf、.xlsx、.html、.md、.txt")
_BY_DEFAULT = re.compile(r"(.+) is responsible where no unit is named")
# The reader, which knows no interface language, words a warning as its matter, a colon and the details.
_WARNINGS = {
    "年份疑似扫描错误，未据此推算日期": gettext_noop("年份疑似扫描错误，未据此推算日期：%(details)s"),
    "正文与任务表逐字重复、已合并的条数": gettext_noop("正文与任务表逐字重复、已合并的条数：%(details)s"),
    "没有读到任务": gettext_noop("没有读到任务：请确认这是部署类文件，或换一份文字版。"),
}


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


def warning(said: str) -> str:
    """A warning of the reader in the language of the page."""
    matter, _colon, details = said.partition("：")
    return gettext(_WARNINGS[matter]) % {"details": details} if matter in _WARNINGS else said


def convention(said: str) -> str:
    """A convention that the document states for all its tasks, in the language of the page."""
    default = _BY_DEFAULT.fullmatch(said)
    if default:
        return _("文件约定：未注明单位的任务由%(unit)s负责。") % {"unit": default[1]}
    return _("文件约定：列在第一位的单位牵头。") if said == "first listed unit leads" else said


def _formatted(on: date, pattern: str) -> str:
    return format_date(on, pattern, locale="en_GB" if get_language() == "en" else "zh_CN")
