"""What the review page calls things."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.web.reading.words import day
from luoshi.ground.organizations.models import Organization
from luoshi.plan.deployments.review import OWNER, PAST, REST_DAY, STANDARD, TERM

LACKS = {
    OWNER: N_("缺承办单位"),
    STANDARD: N_("缺完成标准"),
    TERM: N_("缺时限或频次"),
    PAST: N_("时限已过"),
    REST_DAY: N_("时限不是工作日"),
}
UNDONE = {
    "draft.amended": N_("修改"),
    "draft.split": N_("拆分"),
    "draft.merged": N_("合并"),
    "draft.confirmed": N_("确认"),
    "draft.dropped": N_("舍弃"),
    "clause.exempted": N_("注明无需任务"),
}
_MOST_NAMES = 3


def sentence(refusal: Refusal) -> str:
    """Return the refusal in the language of the page; a field's name in it is a message of its own."""
    facts = {key: _(fact) if key == "field" else fact for key, fact in refusal.facts.items()}
    return _(refusal.sentence).format_map(facts)


def workdays_left(count: int) -> str:
    """Return how many working days are left, or over."""
    if count == 0:
        return _("就在今天")
    if count > 0:
        return ngettext("还剩%(days)d个工作日", "还剩%(days)d个工作日", count) % {"days": count}
    return ngettext("已过%(days)d个工作日", "已过%(days)d个工作日", -count) % {"days": -count}


def due_words(on: date | None, today: date) -> str:
    """Return the day as people say it, or nothing."""
    return day(on, today) if on else ""


def named(organizations: list[Organization]) -> str:
    """Return their names for an input, each as somebody would type it."""
    return "、".join(each.name for each in organizations)


def shortly(organizations: list[Organization]) -> str:
    """Return their names for one line: the first few, and how many they are together."""
    names = "、".join(str(each) for each in organizations[:_MOST_NAMES])
    if len(organizations) <= _MOST_NAMES:
        return names
    return _("%(names)s 等 %(count)d 个单位") % {"names": names, "count": len(organizations)}
