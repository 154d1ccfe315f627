"""Facts as they were, for the periods of those days: declared ones and how many activists there are have days."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from luoshi.core.rules import Value

ONE_DAY = timedelta(days=1)
ACTIVISTS = "activists"
Words = Mapping[str, Sequence[tuple[date, Value | None]]]


def former(facts: Mapping[str, Value], words: Words, today: date) -> list[tuple[date, Mapping[str, Value]]]:
    """Return the facts as they were before today's, the oldest first, each with the last day on which it was so.

    ``words`` are what was said of each fact that has days, by day, None where it was taken back. A word counts from
    the day on which it was said, the first for all the time before: it was no different while nobody had said it.
    """
    turns = sorted({day for said in words.values() for day, _value in said[1:] if day <= today})
    return [(turn - ONE_DAY, _on(turn - ONE_DAY, facts, words)) for turn in turns]


def _on(day: date, facts: Mapping[str, Value], words: Words) -> dict[str, Value]:
    found = dict(facts)
    for name, said in words.items():
        value = next((value for since, value in reversed(said) if since <= day), said[0][1])
        if value is None:
            found.pop(name, None)
        else:
            found[name] = value
    return found
