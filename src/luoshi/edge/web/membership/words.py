"""What pages say of a step and its deadline."""

from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from luoshi.act.membership.steps import StepKind
from luoshi.act.membership.way import StepDue, Way
from luoshi.act.tasks.site import light_policy, workdays
from luoshi.core.lifecycle import Light
from luoshi.edge.web.reading.words import day
from luoshi.edge.web.words import due, left


class Next(NamedTuple):
    """What comes next on somebody's way 下一步: the step, its day as people say it, how it stands, and the rule.

    ``on`` and what follows from it are empty where no rule names a day.
    """

    step: str
    said: str
    on: date | None = None
    light: Light | None = None
    word: str = ""
    place: str = ""
    rule: str = ""


def nexts(way: Way, today: date) -> list[Next]:
    """Return what is owed on the way, the most urgent first, then the step after the last one where it is none of these."""
    owed = way.due
    found = [_owed(each, today) for each in owed]
    following = way.following
    if following is not None and following not in {each.kind for each in owed}:
        found.append(_following(way, following, today))
    return found


def _owed(each: StepDue, today: date) -> Next:
    light, word = _standing(each, today)
    said = due(each.due_on, today)
    if each.opens:
        said = _("%(day)s期满") % {"day": day(each.due_on, today)}
        if each.due_on > today:
            said = f"{said} · {left(each.due_on, today)}"
    return Next(str(each.kind.label), said, each.due_on, light, word, each.place, each.rule)


def _following(way: Way, kind: StepKind, today: date) -> Next:
    opens = way.opens(kind)
    if opens is None:
        return Next(str(kind.label), _("没有规定期限"))
    on, limit = opens
    said = _("%(day)s起可以办") % {"day": day(on, today)}
    return Next(str(kind.label), said, on, place=limit.place, rule=limit.rule.id)


def _standing(each: StepDue, today: date) -> tuple[Light, str]:
    """Return the light of a deadline and its word; what the text did not bind yet accuses nobody."""
    if each.opens:
        return (Light.YELLOW, _("已满期")) if each.due_on <= today else (Light.GREEN, _("未满期"))
    if not each.binding:
        return Light.GREY, _("参照现行规定")
    if each.due_on < today:
        return Light.RED, _("逾期")
    if workdays().workdays_between(today, each.due_on) <= light_policy().soon:
        return Light.YELLOW, _("临期")
    return Light.GREEN, _("正常")
