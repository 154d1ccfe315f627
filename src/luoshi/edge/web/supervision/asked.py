"""What the address of the table asks for: side, filters, order, form of showing, place; anything else is left aside."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.table import Order, Place, Side, Wanted
from luoshi.core.lifecycle import Light, State
from luoshi.edge.web.access import Viewer
from luoshi.edge.web.choosing import OrganizationField
from luoshi.edge.web.spoken import spoken
from luoshi.ground.people.models import PostKind

OPEN, ANY = "open", "all"
FORMS = ("table", "board", "timeline")
TEXT_LENGTH = 60
# The order of the words in an address, so that the same question always has the same address.
WORDS = ("side", "as", "state", "light", "origin", "late", "unit", "only", "other", "q", "sort")
NARROWING = ("state", "light", "origin", "late", "unit", "only", "other", "q")
# A state, a path of the tree or a moment, as it stands in an address after what tells it from a day.
KEY = re.compile(r"~[0-9A-Za-z:.+-]{1,255}")


class Named(NamedTuple):
    """What was found under a name: the path of the one organization, or why there is none; neither for no name."""

    path: str = ""
    complaint: str = ""


@dataclass(frozen=True)
class Asked:
    """A question as it was put 所问: what is wanted, the words of the address, and what could not be understood."""

    wanted: Wanted
    words: dict[str, str]
    place: Place | None
    complaints: dict[str, str]

    @property
    def shown_as(self) -> str:
        """As table, board or timeline."""
        return self.words["as"] or FORMS[0]

    @property
    def filtered(self) -> bool:
        """Whether anything narrows what is shown, so that a way back to everything is offered."""
        return self.filters > 0

    @property
    def filters(self) -> int:
        """How many filters are set."""
        return sum(1 for word in NARROWING if self.words[word])

    def query(self, **changes: str) -> str:
        """Return what stands in the address after the question mark, with changes; an empty one takes a word out."""
        words = {**self.words, **changes}
        kept = [(word, words[word]) for word in (*WORDS, "after") if words.get(word)]
        return urlencode(kept)


def asked(given: Mapping[str, str], viewer: Viewer, today: date) -> Asked:
    """Return what an address asks of the table for this viewer."""
    words = {word: given.get(word, "").strip()[:TEXT_LENGTH] for word in WORDS}
    side = _one(Side, words["side"]) or usual_side(viewer)
    words["side"] = side.value
    unit, other = _named(words["unit"], viewer.paths), _named(words["other"], None)
    state = words["state"] or OPEN
    wanted = Wanted(
        paths=_paths(viewer, unit),
        side=side,
        order=_one(Order, words["sort"]) or (Order.DUE if state == OPEN or words["late"] else Order.NEWEST),
        light=_one(Light, words["light"]),
        origin=_one(Origin, words["origin"]),
        late_on=today if words["late"] else None,
        opposite=other.path,
        exactly=bool(words["only"] and unit.path),
        text=words["q"],
        **_states(state),
    )
    complaints = {word: each.complaint for word, each in (("unit", unit), ("other", other)) if each.complaint}
    if words["as"] not in FORMS[1:]:
        words["as"] = ""
    return Asked(wanted, words, place(given.get("after", "")), complaints)


def usual_side(viewer: Viewer) -> Side:
    """Return the side that somebody looks at first: whoever supervises looks at what was given, others at what to do."""
    supervises = any(each.kind == PostKind.SUPERVISOR for each in viewer.held)
    return Side.ISSUER if supervises else Side.OWNER


def place(text: str) -> Place | None:
    """Return the place that ``2026-06-30.12``, ``.12`` or ``~accepted.12`` means; nothing for anything else."""
    key, _dot, number = text.rpartition(".")
    if len(number) > 18 or not number.isdecimal():
        return None
    if KEY.fullmatch(key):
        return Place(None, int(number), key[1:])
    try:
        return Place(date.fromisoformat(key) if key else None, int(number))
    except ValueError:
        return None


def marked(following: Place) -> str:
    """Return how a place stands in an address."""
    if following.key:
        return f"~{following.key}.{following.number}"
    return f"{following.due_on.isoformat() if following.due_on else ''}.{following.number}"


@spoken
def orders() -> dict[str, str]:
    """Return what each order is called."""
    return {
        Order.DUE: _("时限从早到晚"),
        Order.DUE_LAST: _("时限从晚到早"),
        Order.NEWEST: _("编号从新到旧"),
        Order.OLDEST: _("编号从旧到新"),
        Order.STATE: _("状态从拟办到归档"),
        Order.STATE_LAST: _("状态从归档到拟办"),
        Order.OWNER: _("承办单位从上到下"),
        Order.OWNER_LAST: _("承办单位从下到上"),
        Order.ISSUER: _("交办单位从上到下"),
        Order.ISSUER_LAST: _("交办单位从下到上"),
        Order.MOVED_LAST: _("最近办理的在前"),
        Order.MOVED: _("最久没办的在前"),
    }


def _named(text: str, paths: tuple[str, ...] | None) -> Named:
    """Return the standing organization that is meant at or below the paths, or anywhere without paths."""
    field = OrganizationField(required=False)
    field.paths = paths
    try:
        found = field.clean(text)
    except ValidationError as fault:
        return Named(complaint=" ".join(fault.messages))
    return Named(path=found.path) if found else Named()


def _paths(viewer: Viewer, unit: Named) -> tuple[str, ...]:
    if unit.complaint:
        return ()
    return (unit.path,) if unit.path else viewer.paths


def _states(word: str) -> dict[str, Any]:
    if word == ANY:
        return {"states": tuple(State)}
    one = _one(State, word)
    return {"states": (one,)} if one else {}


def _one(kind: Any, text: str | None) -> Any:
    try:
        return kind(text) if text else None
    except ValueError:
        return None
