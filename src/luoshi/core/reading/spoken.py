"""Tasks that running text asks for, sentence by sentence, outside of endings and tables."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from luoshi.core.reading.deadlines import in_speech
from luoshi.core.reading.model import Span, Task
from luoshi.core.reading.running import judge
from luoshi.core.reading.sentences import sentences
from luoshi.core.reading.sheet import Sheet
from luoshi.core.reading.terms import Terms, drafted

_BODY = 6


def by_speech(sheet: Sheet, taken: Sequence[Span]) -> Iterator[Task]:
    """Each sentence that asks, reports in the form of a task, or quotes one; ``taken`` are sorted plain spans to skip."""
    boundaries = {offset for node in sheet.nodes for offset in (node.mark.start, node.title_end)}
    cuts = sorted(boundaries.union(*taken))
    ends = [end for _, end in taken]
    for start, end in sheet.paper.paragraphs:
        if sheet.paper.in_row(start):
            continue
        for span in sentences(sheet.plain, start, end, cuts):
            index = bisect_right(ends, span[0])
            task = None if index < len(taken) and taken[index][0] < span[1] else _spoken(sheet, span)
            if task:
                yield task


def _spoken(sheet: Sheet, span: Span) -> Task | None:
    clause = sheet.clause_at(span[0])
    if clause and span[0] < clause.title_end:
        if clause.end - clause.title_end > _BODY:
            return None
        span = max(span[0], clause.mark.end), span[1]
    if span[0] >= span[1] or sheet.is_preamble(clause):
        return None
    words = sheet.plain[slice(*span)]
    judgement = judge(words, reported=sheet.looks_back(clause))
    if judgement.stance is None:
        return None
    units = sheet.default_units(span[0])
    deadline = in_speech(words, sheet.head.year)
    return drafted(
        sheet, span, Terms(units, units, deadline, span, None, judgement.stance, judgement.strength)
    )
