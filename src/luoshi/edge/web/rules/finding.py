"""Finds rules for who may see them: those of files for everybody, local ones for who is bound or may make them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import Http404
from django.utils.timezone import localdate

from luoshi.core.rules import Pack, Rule
from luoshi.edge.exchange.regulations import site_shelf
from luoshi.edge.web.access import Viewer
from luoshi.plan.obligations.authority import issuing
from luoshi.plan.obligations.packs import Local, in_force, rules_of
from luoshi.plan.obligations.versions import version_of

if TYPE_CHECKING:
    from luoshi.plan.obligations.models import RuleVersion


class Found(NamedTuple):
    """A rule as the desk shows it: all its versions, the newest first, the pack it stands in, its local version."""

    versions: list[Rule]
    pack: Pack
    local: Local | None

    @property
    def rule(self) -> Rule:
        """The newest version."""
        return self.versions[0]


def shelf(viewer: Viewer) -> list[tuple[Pack, list[Found]]]:
    """Return every rule that concerns the viewer, local ones first, by the file in which it stands."""
    filed = [(pack, _found(pack, None)) for pack in site_shelf().packs]
    # A version that was followed before its text let it begin has no rule left.
    own = [(_pack(each), _found(_pack(each), each)) for each in in_force(viewer.paths) if rules_of(each)]
    return [*own, *filed]


def named(viewer: Viewer, name: str) -> Found:
    """Return the rule of that id. Raises ``Http404`` where none concerns the viewer."""
    found = next((each for _file, rules in shelf(viewer) for each in rules if each.rule.id == name), None)
    if found is None:
        raise Http404
    return found


def version_seen(viewer: Viewer, number: int) -> RuleVersion:
    """Return a version of a local rule within reach, or published for who is bound. Raises ``Http404`` for others."""
    found = version_of(number)
    if found is None:
        raise Http404
    place = found.rule.organization.path
    binds = found.published_at is not None and any(path.startswith(place) for path in viewer.paths)
    if not (viewer.sees(place) or binds):
        raise Http404
    return found


def version_made(viewer: Viewer, number: int) -> RuleVersion:
    """Return a version of a rule that the viewer may make. Raises ``Http404`` for any other."""
    found = version_seen(viewer, number)
    if not may_make(viewer, found):
        raise Http404
    return found


def may_make(viewer: Viewer, version: RuleVersion) -> bool:
    """Tell whether the viewer may make rules where this one is made."""
    return version.rule.organization_id in issuing(viewer.person, localdate())


def _pack(local: Local) -> Pack:
    rules = rules_of(local)
    return Pack(rules[0].file, rules[0].title, rules, "local")


def _found(pack: Pack, local: Local | None) -> list[Found]:
    by_id: dict[str, list[Rule]] = {}
    for rule in sorted(pack.rules, key=lambda rule: rule.valid_from, reverse=True):
        by_id.setdefault(rule.id, []).append(rule)
    order = list(dict.fromkeys(rule.id for rule in pack.rules))
    return [Found(by_id[each], pack, local) for each in order]
