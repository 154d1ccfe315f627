"""How soon one step follows another, read off the rules in force, so that a deadline is written in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from luoshi.core.rules import Almanac, Count, Deadline, Modality, Pack, Rule, due_on
from luoshi.core.rules.rule import MONTHS

from .site import regulations
from .steps import ASKED, EXTENSION_MONTHS, StepKind


@dataclass(frozen=True, slots=True)
class Limit:
    """How soon one step follows another 办理时限, as one version of a rule says it.

    ``each`` makes it due again from every repetition. One that ``opens`` names the first day for the step, not the
    last. It is ``binding`` where the text was in force when the step before was taken; else it only guides.
    """

    rule: Rule
    measure: Deadline
    each: bool
    binding: bool
    almanac: Almanac

    @property
    def article(self) -> str:
        """The article that says so."""
        return self.rule.citations[0].article

    @property
    def place(self) -> str:
        """The article with the document, as papers cite it."""
        return self.rule.citations[0].place

    @property
    def norm(self) -> bool:
        """Whether the text says that it is usually so."""
        return self.rule.modality is Modality.NORM

    @property
    def opens(self) -> bool:
        """Whether the step may not be taken before."""
        return self.measure.earliest

    def day(self, since: date, *, extended: bool = False) -> date:
        """Return the day counted from ``since``, with the one extension of a probation where there was one."""
        day = due_on(self.measure, since, self.almanac)
        if not extended:
            return day
        return due_on(replace(self.measure, within=EXTENSION_MONTHS, unit="month"), day, self.almanac)


@dataclass(frozen=True, slots=True)
class Limits:
    """All limits that rules set between steps 时限表."""

    rules: Mapping[str, tuple[Rule, ...]]
    almanac: Almanac

    def between(self, after: StepKind, due: StepKind, since: date) -> Limit | None:
        """Return how soon the one follows the other that was taken on ``since``, nothing where no rule says it."""
        return next((each for kind, each in self.after(after, since) if kind is due), None)

    def after(self, kind: StepKind, since: date) -> list[tuple[StepKind, Limit]]:
        """Return which steps rules ask for after that one taken on ``since``, and how soon."""
        found = ((due, self._limit(code, since)) for code, (after, due) in ASKED.items() if after is kind)
        return [(due, limit) for due, limit in found if limit is not None]

    def _limit(self, code: str, since: date) -> Limit | None:
        """Return what the version in force on that day says; before the first version, what that one says."""
        versions = self.rules.get(code, ())
        rule = next((each for each in versions if each.in_force(since)), None)
        binding = rule is not None
        if rule is None and versions and since < versions[0].valid_from:
            rule = versions[0]
        if rule is None:
            return None
        if isinstance(rule.measure, Count):
            often = Deadline("", MONTHS[rule.measure.per] // rule.measure.at_least, "month")
            return Limit(rule, often, True, binding, self.almanac)
        if isinstance(rule.measure, Deadline):
            return Limit(rule, rule.measure, False, binding, self.almanac)
        return None


def limits() -> Limits:
    """Return the limits that the rules in force at this installation set. Raises as ``regulations`` does."""
    pack, almanac = regulations()
    return Limits(_asking(pack), almanac)


@cache
def _asking(pack: Pack) -> Mapping[str, tuple[Rule, ...]]:
    """Return the versions of each rule that asks for a step, the oldest first."""
    found = {code: [each for each in pack.rules if each.id == code] for code in ASKED}
    return {code: tuple(sorted(each, key=lambda rule: rule.valid_from)) for code, each in found.items()}
