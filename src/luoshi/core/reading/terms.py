"""Puts a task together from its words and the terms it stands under."""

from dataclasses import dataclass

from luoshi.core.reading.deadlines import Deadline
from luoshi.core.reading.measures import frequency, quantities
from luoshi.core.reading.model import Span, Stance, Strength, Task
from luoshi.core.reading.parties import parties
from luoshi.core.reading.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Terms:
    """Who answers and by when; ``place`` and ``ending`` are the plain spans that say the deadline and the rest."""

    leads: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    deadline: Deadline | None = None
    place: Span = (0, 0)
    ending: Span | None = None
    stance: Stance = "commitment"
    strength: Strength = "core"


def drafted(sheet: Sheet, span: Span, terms: Terms) -> Task:
    """The task worded at the plain ``span``; everything in it quotes the document."""
    words = sheet.plain[slice(*span)]
    original = sheet.paper.span(*span)
    clause = sheet.clause_at(span[0])
    deadline, often = terms.deadline, frequency(words)
    firm = terms.strength == "core" or deadline is not None or (often is not None and often.per is not None)
    return Task(
        text=sheet.paper.text[slice(*original)],
        span=original,
        clause=clause.id if clause else None,
        stance=terms.stance,
        strength="core" if firm else "soft",
        lead=terms.leads[0] if terms.leads else None,
        leads=terms.leads,
        units=terms.units,
        responsible=tuple(sheet.quote(party, *span) for party in parties(words)),
        deadline=sheet.quote(deadline.text, *terms.place) if deadline else None,
        deadline_on=deadline.on if deadline else None,
        deadline_type=deadline.type if deadline else None,
        frequency=sheet.quote(often.text, *span) if often else None,
        per=often.per if often else None,
        quantities=tuple(sheet.quote(figure, *span) for figure in quantities(words)),
        ending_span=sheet.paper.span(*terms.ending) if terms.ending else None,
    )
