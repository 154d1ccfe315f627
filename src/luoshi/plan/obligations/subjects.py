"""Organizations as rules see them: what registers tell, what was declared, since when their life is on record."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from luoshi.act.membership.intervals import Admissions, admissions
from luoshi.core.rules import FACTS, Subject, Value
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import STEP, above, topmost

from .former import ACTIVISTS, former
from .reads import beginnings, declarations
from .register import told

MONTHS = 12
Said = dict[str, list[tuple[date, Value | None]]]


def subjects(
    organizations: Sequence[Organization],
    today: date,
    paths: Sequence[str] = (),
    steps: Admissions | None = None,
) -> list[Subject]:
    """Return these organizations as rules see them on that day, in their order, in a constant number of statements.

    ``paths`` are subtrees that hold them all, where they are many; ``steps`` those taken there, where they are read.
    """
    reached = topmost(paths or [each.path for each in organizations])
    walked = steps or admissions(reached)
    registered, said = told(organizations, reached, walked, today), declarations(reached)
    words = _words(said)
    activists = walked.activists()
    since = beginnings(reached, {place for path in reached for place in above(path)})
    found = []
    for each in organizations:
        own, told_of = words.get(each.pk, {}), registered[each.pk]
        dated = {name: word for name, word in own.items() if name not in told_of}
        if each.pk in activists:
            # Before the first there was none.
            dated[ACTIVISTS] = [(date.min, 0), *activists[each.pk]]
        facts = {**_last(own), **told_of}
        found.append(
            Subject(
                key=each.pk,
                kind=each.kind,
                established_on=each.established_on,
                dissolved_on=each.dissolved_on,
                recorded_from=_recorded_from(each.path, since),
                facts=facts,
                former=former(facts, dated, today) if dated else (),
            )
        )
    return found


def declared(paths: Sequence[str]) -> dict[int, dict[str, Value]]:
    """Return what the organizations at and below the paths last declared about themselves, by id."""
    return {organization: _last(words) for organization, words in _words(declarations(paths)).items()}


def _recorded_from(path: str, months: dict[str, int]) -> date | None:
    known = [months[place] for place in (path, path[:-STEP]) if place in months]
    return date(min(known) // MONTHS, min(known) % MONTHS + 1, 1) if known else None


def _words(said: Iterable[tuple[int, str, Any, date]]) -> dict[int, Said]:
    """Return what each organization said of each fact, the last word of each day, None where it took its word back."""
    found: dict[int, dict[str, dict[date, Value | None]]] = defaultdict(lambda: defaultdict(dict))
    for organization, name, value, on in said:
        if name in FACTS:
            plain = date.fromisoformat(value) if value and FACTS[name].type == "date" else value
            found[organization][name][on] = plain
    return {
        organization: {name: sorted(days.items(), key=lambda word: word[0]) for name, days in names.items()}
        for organization, names in found.items()
    }


def _last(words: Said) -> dict[str, Value]:
    latest = ((name, said[-1][1]) for name, said in words.items())
    return {name: value for name, value in latest if value is not None}
