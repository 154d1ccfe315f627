"""Which rules bind an organization: those of files, and the local ones made for it or for anything above it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from luoshi.core.rules import Almanac, Docket, Misread, Mistake, Pack, Rule, docket_of, joined, read
from luoshi.ground.organizations.models import Organization

from .models import RuleVersion
from .reads import published
from .site import almanac, rules

ONE_DAY = timedelta(days=1)
# Under this mark a local rule stands among those of files, and its text where a mistake is said.
LOCAL, FILE = "本级", "本级规定"


class Local(NamedTuple):
    """One published version of a local rule 生效的本级规定: whom it binds (a path), what it says, and how long."""

    number: int
    rule: int
    path: str
    text: str
    since: date
    until: date | None


def in_force(paths: Iterable[str]) -> list[Local]:
    """Return the published versions that bind anything at or below these paths, oldest rule first.

    A version ends the day before the next one of its rule begins, or before it was withdrawn.
    """
    reached = tuple(paths)
    near = (
        row
        for row in published()
        if row[2].startswith(reached) or any(path.startswith(row[2]) for path in reached)
    )
    return list(_ended([Local(*row) for row in near]))


def _ended(versions: list[Local]) -> Iterable[Local]:
    for version, following in zip(versions, [*versions[1:], None], strict=False):
        ends = [version.until] if version.until else []
        if following is not None and following.rule == version.rule:
            ends.append(following.since)
        until = min(ends) - ONE_DAY if ends else None
        if until is None or until >= version.since:
            yield version._replace(until=until)


def rules_of(local: Local) -> tuple[Rule, ...]:
    """Return the rules of one version, with the ids and the days under which they are judged.

    A rule counts on days on which both its publication and its text let it; one that has none left is not among them.
    """
    return tuple(each for rule in _read(local.text, FILE).rules for each in _published(rule, local))


def _published(rule: Rule, local: Local) -> Iterator[Rule]:
    since = max(local.since, rule.valid_from)
    until = min((day for day in (local.until, rule.valid_until) if day), default=None)
    if until is None or since <= until:
        yield replace(rule, id=f"{LOCAL}{local.rule}-{rule.id}", valid_from=since, valid_until=until)


class Library:
    """All rules that bind anything in some subtrees 规定库, and the dockets of its parts."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Read what is in force there, in one statement."""
        self._files, self._almanac = rules(), almanac()
        self.local = in_force(paths)

    def binding(self, path: str) -> tuple[Local, ...]:
        """Return the local versions that bind the organization at the path."""
        return tuple(each for each in self.local if path.startswith(each.path))

    def pack(self, local: tuple[Local, ...]) -> Pack:
        """Return the rules of files together with these."""
        return _pack(self._files, local)

    def docket(self, local: tuple[Local, ...], year: int) -> Docket:
        """Return what is asked in that year where these local versions bind."""
        return _docket(self._files, local, year, self._almanac)


def binding(organization: Organization) -> tuple[Rule, ...]:
    """Return every rule that binds the organization, of files and of whoever stands above it."""
    library = Library([organization.path])
    return library.pack(library.binding(organization.path)).rules


def asked_of(organization: Organization) -> frozenset[str]:
    """Return the names of the facts that rules ask of an organization of its kind."""
    asked = (rule.asks for rule in binding(organization) if organization.kind in rule.kinds)
    return frozenset[str]().union(*asked)


@lru_cache(maxsize=256)
def _read(text: str, name: str) -> Pack:
    return read(text, name)


@lru_cache(maxsize=256)
def _pack(files: Pack, local: tuple[Local, ...]) -> Pack:
    return Pack(files.name, files.title, (*files.rules, *(rule for each in local for rule in rules_of(each))))


@lru_cache(maxsize=256)
def _docket(files: Pack, local: tuple[Local, ...], year: int, calendar: Almanac) -> Docket:
    return docket_of(_pack(files, local), year, calendar)


def read_version(version: RuleVersion) -> Pack:
    """Return what a version says, whose text was sound when it was kept. Raises ``Misread`` where it no longer is."""
    return _read(version.text, FILE)


def own_in_force(organization: Organization) -> list[RuleVersion]:
    """Return the newest published version of each local rule of the organization that nobody repealed."""
    published = RuleVersion.objects.filter(rule__organization=organization, withdrawn_on=None)
    ordered = published.exclude(published_at=None).order_by("rule", "number")
    return list({each.rule_id: each for each in ordered}.values())


def published_before(version: RuleVersion) -> tuple[Rule, ...]:
    """Return the rules of the version that this one would follow, none where it is the first."""
    earlier = version.rule.versions.exclude(published_at=None).order_by("-number").first()
    return () if earlier is None else read_version(earlier).rules


def beside(version: RuleVersion, since: date) -> list[Pack]:
    """Return the packs beside which a version would stand from that day on: of files, of other local rules, its own."""
    path = version.rule.organization.path
    others = [each for each in in_force([path]) if each.rule != version.rule_id]
    packs = (*(rules_of(each) for each in others), from_day(version, since))
    return [rules(), *(Pack("", "", each, "local") for each in packs)]


def from_day(version: RuleVersion, since: date) -> tuple[Rule, ...]:
    """Return the rules of a version that would count if it were put into force from that day on."""
    path = version.rule.organization.path
    return rules_of(Local(version.pk, version.rule_id, path, version.text, since, None))


def against(version: RuleVersion, since: date) -> Sequence[Mistake]:
    """Return what stands against putting a version into force from that day on, each mistake at its line."""
    try:
        joined(beside(version, since))
    except Misread as misread:
        return misread.mistakes
    return ()
