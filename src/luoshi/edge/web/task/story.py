"""The ledger of a task as readable sentences: who did what for whom, with their words and what they brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from luoshi.act.tasks.details import owner_names
from luoshi.core.refusals import N_
from luoshi.edge.exchange.policies import site_ladder
from luoshi.edge.web.reading.words import day
from luoshi.ground.ledger.verbs import VERBS
from luoshi.ground.people.queries import names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from luoshi.ground.ledger.models import Entry

    from .actors import Actor

# The first sentence of which everything is known is the one that is told.
SENTENCES: dict[str, tuple[str, ...]] = {
    "task.drafted": (N_("{who}立项。"),),
    "task.dispatched": (N_("{who}交办给{owner}，时限{deadline}。"), N_("{who}交办，时限{deadline}。"), N_("{who}交办。")),
    "task.accepted": (N_("{who}签收。"),),
    "task.declined": (N_("{who}退回交办。"),),
    "task.decomposed": (N_("{who}分解任务，共有{parts}项子任务。"),),
    "task.advanced": (N_("{who}报送进展，办到{progress}%。"), N_("{who}报送进展。")),
    "task.blocked": (N_("{who}提请协调。"),),
    "task.coordinated": (N_("{who}答复协调。"),),
    "task.extension_asked": (N_("{who}申请延期到{asked}。"),),
    "task.extension_granted": (N_("{who}准予延期，时限由{before}改为{deadline}。"),),
    "task.extension_refused": (N_("{who}没有准予延期，时限仍是{before}。"),),
    "task.transferred": (N_("{who}转办给{owner}，由对方重新签收。"),),
    "task.inherited": (N_("{who}合并组织，任务随之接续。"),),
    "task.urged": (N_("{who}催办。"),),
    "task.escalated": (
        N_("{who}提级督办：{rung}，告知{to}，时限{deadline}。"), N_("{who}提级督办：{rung}。"),
    ),
    "task.suspended": (N_("{who}中止办理。"),),
    "task.resumed": (N_("{who}恢复办理。"),),
    "task.cancelled": (N_("{who}撤销任务。"),),
    "task.reported": (N_("{who}报结。"),),
    "task.returned": (N_("{who}退办，由承办方继续办理。"),),
    "task.closed": (N_("{who}核验属实，销号。"),),
    "task.looked_back": (N_("{who}回头看，没有反弹。"),),
    "task.relapsed": (N_("{who}回头看发现反弹，重新办理。"),),
    "task.settled": (N_("{who}办结归档。"),),
}  # fmt: skip
ADDRESSEES = {
    "handler": N_("经办人"),
    "leader": N_("分管领导"),
    "first_responsible": N_("第一责任人"),
    "unit": N_("承办单位"),
}
OTHER = N_("{who}：{verb}。")


@dataclass(frozen=True, slots=True)
class Line:
    """One entry as the page tells it; ``words`` are what somebody wrote, ``proofs`` what came with it.

    ``actor`` is from where it was done, where the page asked for that.
    """

    entry: Entry
    sentence: str
    words: str
    proofs: tuple[str, ...]
    actor: Actor | None = None


def told(entries: Sequence[Entry], today: date, actors: Mapping[int, Actor] | None = None) -> list[Line]:
    """Return a line for each entry, in the order given (first to last); in three queries at most."""
    facts = [entry.facts for entry in entries]
    people = names({each for entry in entries for each in (entry.by, entry.for_whom) if each})
    changed = [_changes(each) for each in facts]
    owners = owner_names({str(each["owner"]) for each in changed if each.get("owner")})
    lines, before, owner = [], "", ""
    for entry, said, changes in zip(entries, facts, changed, strict=True):
        owner = owners.get(str(changes.get("owner")), owner)
        known = {
            "who": _who(entry, people),
            "verb": _(VERBS[entry.verb]),
            "before": before,
            "owner": owner,
            "deadline": _day(changes.get("deadline_on"), today) or before,
            "asked": _day(changes.get("asked_deadline_on"), today),
            "progress": "" if changes.get("progress") is None else str(changes["progress"]),
            "parts": str(changes.get("parts", "")),
            "rung": _rung(said.get("rung", "")),
            "to": _addressee(said.get("to", "")),
        }
        before = known["deadline"]
        proofs = tuple(_proof(each) for each in said.get("evidence", ()))
        actor = (actors or {}).get(entry.sequence)
        lines.append(Line(entry, _sentence(entry.verb, known), _words(said), proofs, actor))
    return lines


def _changes(facts: dict[str, Any]) -> dict[str, Any]:
    changes: dict[str, Any] = facts.get("outcome", {}).get("changes", {})
    # A draft says these without an outcome.
    return changes or {name: facts[name] for name in ("deadline_on", "owner") if name in facts}


def _sentence(verb: str, known: dict[str, str]) -> str:
    for sentence in SENTENCES.get(verb, ()):
        if all(value for name, value in known.items() if f"{{{name}}}" in sentence):
            return _(sentence).format_map(known)
    return _(OTHER).format_map(known)


def _who(entry: Entry, people: dict[int, str]) -> str:
    if entry.by is None:
        return _("系统")
    who = people.get(entry.by, "—")
    if not entry.for_whom:
        return who
    return _("%(who)s 代 %(whom)s") % {"who": who, "whom": people.get(entry.for_whom, "—")}


def _day(said: object, today: date) -> str:
    return day(date.fromisoformat(str(said)), today) if said else ""


def _rung(name: str) -> str:
    return next((_(each.label) for each in site_ladder() if each.name == name), name)


def _addressee(to: str) -> str:
    return _(ADDRESSEES[to]) if to in ADDRESSEES else ""


def _words(facts: dict[str, Any]) -> str:
    return str(facts.get("note") or facts.get("reason") or "")


def _proof(said: dict[str, Any]) -> str:
    where = said.get("file") or said.get("place") or ""
    return _("{kind}：{where}").format(kind=said["kind"], where=where) if where else str(said["kind"])
