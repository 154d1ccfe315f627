"""The ledger of organizations, posts and people, told as sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext as _

from luoshi.act.membership.steps import Mistaken, StepKind
from luoshi.core.refusals import N_
from luoshi.edge.web.moments import day_of
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.verbs import VERBS
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.organizations.queries import by_code
from luoshi.ground.people.models import Cause, PostKind, Standing
from luoshi.ground.people.queries import by_account, names
from luoshi.ground.people.staff import titles_of

# What a verb says besides its name; every place is a fact of the entry.
SENTENCES = {
    "organization.founded": N_("设立“{name}”，上级为{under}"),
    "organization.moved": N_("由{from}改隶{to}"),
    "organization.merged": N_("并入{into}"),
    "organization.dissolved": N_("自 {on} 起撤销"),
    "post.created": N_("设“{title}”"),
    "post.abolished": N_("撤销岗位“{title}”"),
    "post.assumed": N_("{person}自 {from_on} 起任“{title}”"),
    "post.vacated": N_("{person}任“{title}”到 {until_on}"),
    "person.transferred": N_("组织关系由{from}转到{to}"),
    "person.admitted": N_("自 {on} 起为预备党员，在{home}"),
    "person.confirmed": N_("自 {on} 起为正式党员"),
    "person.stopped": N_("{cause}，自 {on} 起"),
    "person.step_taken": N_("{step}，{on}"),
    "person.step_withdrawn": N_("撤回“{step}”（{on}）：{mistaken}"),
    "grant.given": N_("授权{stand_in}代办，{from_on} 至 {until_on}"),
    "grant.revoked": N_("收回授权，最后一天 {until_on}"),
}
FIELDS = {
    "code": N_("代码"),
    "name": N_("名称"),
    "short_name": N_("简称"),
    "kind": N_("类型"),
    "established_on": N_("成立日期"),
    "last_elected_on": N_("最近换届日期"),
    "term_years": N_("任期（年）"),
    "account": N_("账号"),
    "standing": N_("政治面貌"),
    "joined_on": N_("入党日期"),
    "home": N_("所在党支部"),
}
# What entries said before anybody could choose it.
EARLIER = {"cause": Cause.LAPSED}
_PLACES = ("under", "from", "to", "into", "home")
_PEOPLE = ("person", "stand_in")
_CHOICES: dict[str, Any] = {
    "kind": OrganizationKind,
    "standing": Standing,
    "cause": Cause,
    "step": StepKind,
    "mistaken": Mistaken,
}


@dataclass(frozen=True, slots=True)
class Told:
    """One entry as people read it: when, who, the name of what was done, and the rest of the sentence."""

    at: datetime
    who: str
    verb: str
    what: str


def told(entries: Sequence[Entry]) -> list[Told]:
    """Return the entries as sentences, in their order; codes and accounts become names, in three statements at most."""
    facts = [entry.facts for entry in entries]
    codes = {text for each in facts for key in _PLACES for text in _texts(each.get(key))}
    accounts = {text for each in facts for key in _PEOPLE for text in _texts(each.get(key))}
    called = {code: each.name for code, each in by_code(codes).items()} if codes else {}
    called |= {account: each.name for account, each in by_account(accounts).items()} if accounts else {}
    actors = names({entry.by for entry in entries if entry.by is not None})
    titles = _titles(entries)
    return [
        Told(
            entry.at,
            actors.get(entry.by, "") if entry.by is not None else _("系统"),
            gettext(VERBS[entry.verb]),
            _what(entry, {"title": titles.get(entry.chain, ""), **EARLIER, **each}, called),
        )
        for entry, each in zip(entries, facts, strict=True)
    ]


def _texts(value: Any) -> list[str]:
    """Return what names something in a fact: one text, or the two of a change."""
    parts = value if isinstance(value, list) else [value]
    return [part for part in parts if isinstance(part, str)]


def _titles(entries: Sequence[Entry]) -> dict[str, str]:
    """Return what the posts are called whose entries these are, by chain."""
    numbers = {int(entry.chain.split(":")[1]) for entry in entries if entry.chain.startswith("post:")}
    return {f"post:{number}": title for number, title in titles_of(numbers).items()} if numbers else {}


def _what(entry: Entry, facts: dict[str, Any], called: dict[str, str]) -> str:
    if entry.verb in SENTENCES:
        shown = {key: _shown(key, value, called) for key, value in facts.items()}
        return gettext(SENTENCES[entry.verb]).format_map(shown)
    changes = [
        _("%(field)s由“%(was)s”改为“%(now)s”")
        % {"field": gettext(FIELDS[key]), "was": _shown(key, was, called), "now": _shown(key, now, called)}
        for key, (was, now) in (
            (key, pair) for key, pair in facts.items() if key in FIELDS and _is_pair(pair)
        )
    ]
    return _("；").join(changes)


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2


def _shown(key: str, value: Any, called: dict[str, str]) -> str:
    if value is None or value == "":
        return _("无")
    if key in _CHOICES:
        kinds = PostKind if value in PostKind.values else _CHOICES[key]
        return str(kinds(value).label)
    if key in _PLACES or key in _PEOPLE:
        return called.get(str(value), str(value))
    if key == "on" or key.endswith("_on"):
        return day_of(date.fromisoformat(value))
    return str(value)
