"""Whether two conditions may hold of one organization: tried with the values at which either of them turns."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product
from math import prod

from luoshi.core.rules.facts import FACTS, Value
from luoshi.core.rules.predicate import Predicate

WORD = re.compile(r"(\d{4}-\d{2}-\d{2})|\b(\d+)\b", re.ASCII)
ONE_DAY = timedelta(days=1)
# What turns at more places than this is left to whoever reads it.
MOST = 5_000


def together(one: Predicate, other: Predicate) -> Mapping[str, Value] | None:
    """Return facts under which both hold, or None where none were found.

    All that decides is tried where facts are compared with numbers and days, so None means that they part the
    organizations; facts compared with each other are tried at the same values, which may miss some.
    """
    names = sorted(one.asks | other.asks)
    turns = [_turns(name, f"{one.text} {other.text}") for name in names]
    if prod(map(len, turns)) > MOST:
        return None
    for values in product(*turns):
        facts = dict(zip(names, values, strict=True))
        if one.holds(facts) and other.holds(facts):
            return facts
    return None


def _turns(name: str, text: str) -> list[Value]:
    kind = FACTS[name].type
    if kind == "yes_or_no":
        return [True, False]
    if kind == "date":
        days = {date.fromisoformat(found[1]) for found in WORD.finditer(text) if found[1]}
        near = {day + ONE_DAY * step for day in days for step in (-1, 0, 1)}
        return sorted(near)
    numbers = {1, *(int(found[2]) for found in WORD.finditer(text) if found[2])}
    return sorted({number + step for number in numbers for step in (-1, 0, 1) if number + step >= 0})
