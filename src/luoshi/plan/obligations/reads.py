"""The small reads behind every page of obligations, written by hand: a branch's year is asked all day long."""

import json
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.utils.timezone import localdate

from luoshi.ground.organizations.ranges import bounds, over_places
from luoshi.ground.statements import for_each_driver, run

_STANDS = for_each_driver(
    "SELECT (SELECT max(entry) FROM obligations_bookmark), (SELECT max(id) FROM ledger_entry)"
)
# The bookmark is moved on after so many entries even where none of them is news, so that nobody reads more of them.
FAR = 5_000
# With the bookmark as a value, because a planner that does not know it reads the whole ledger.
_NEWS = "SELECT 1 FROM ledger_entry WHERE id > %s AND verb IN ({marks}) ORDER BY id LIMIT 1"
_DECLARED = """
SELECT fact.organization_id, fact.name, fact.value, fact.at FROM obligations_declaredfact fact
JOIN organizations_organization place ON place.id = fact.organization_id WHERE {places} ORDER BY fact.id
"""
_BEGUN = """
SELECT place.path, begun.month FROM obligations_beginning begun
JOIN organizations_organization place ON place.id = begun.organization_id
WHERE {places} OR place.path IN ({marks})
"""
_LOCAL = """
SELECT version.id, version.rule_id, place.path, version.text, version.valid_from, version.withdrawn_on
FROM obligations_ruleversion version JOIN obligations_localrule rule ON rule.id = version.rule_id
JOIN organizations_organization place ON place.id = rule.organization_id
WHERE version.published_at IS NOT NULL ORDER BY version.rule_id, version.number
"""
_FULFILLED = """
SELECT organization_id, kind, made_on, id FROM obligations_fulfilment
WHERE withdrawn_at IS NULL AND made_on >= %s AND made_on <= %s AND organization_id IN ({marks})
"""


def is_behind(verbs: Sequence[str]) -> bool:
    """Tell whether the ledger has an entry with one of these verbs after the bookmark, or has gone far beyond it."""
    read, newest = (each or 0 for each in run(_STANDS, []).fetchone())
    if newest == read or newest - read > FAR:
        return bool(newest > read)
    return run(_marked(_NEWS, len(verbs)), [read, *verbs]).fetchone() is not None


def declarations(paths: Sequence[str]) -> list[tuple[int, str, Any, date]]:
    """Return organization, name, value and day of everything declared at and below the paths, the oldest first."""
    rows = run(over_places(_DECLARED, len(paths)), bounds(paths)).fetchall()
    return [
        (organization, name, None if value is None else json.loads(value), _local_day(at))
        for organization, name, value, at in rows
    ]


def beginnings(paths: Sequence[str], upwards: Collection[str]) -> dict[str, int]:
    """Return since which month what is on record, by path: at and below the paths, and at the places upwards."""
    text = _BEGUN.replace("{marks}", ", ".join(["%s"] * len(upwards)) or "NULL")
    return dict(run(over_places(text, len(paths)), [*bounds(paths), *sorted(upwards)]).fetchall())


def published() -> list[tuple[int, int, str, str, date, date | None]]:
    """Return every published version of local rules, by rule and number: number, rule, path, text, since, ended."""
    rows = run(for_each_driver(_LOCAL), []).fetchall()
    return [(*row[:4], _day(row[4]), _day(row[5]) if row[5] else None) for row in rows]


def fulfilled(organizations: Collection[int], first: date, last: date) -> list[tuple[int, str, date, int]]:
    """Return organization, kind, day and number of what these organizations fulfilled on these days."""
    days = [connection.ops.adapt_datefield_value(day) for day in (first, last)]
    rows = run(_marked(_FULFILLED, len(organizations)), [*days, *organizations]).fetchall()
    return [(organization, kind, _day(made_on), number) for organization, kind, made_on, number in rows]


def _marked(text: str, count: int) -> dict[str, str]:
    return for_each_driver(text.replace("{marks}", ", ".join(["%s"] * count)))


def _local_day(moment: Any) -> date:
    """Return the day of a moment as the driver gives it: SQLite's is a text, without the zone, which is that of the database."""
    at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return localdate(at if at.tzinfo else at.replace(tzinfo=UTC))


def _day(value: Any) -> date:
    """Return a day as the driver gives it: SQLite's is a text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
