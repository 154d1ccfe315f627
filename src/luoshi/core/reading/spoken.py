"""Tasks that running text asks for, sentence by sentence, outside of endings and tables."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from luoshi.core.reading.deadlines import in_speech
from luoshi.core.reading.model import Span, Task
from luoshi.core.reading.outline import Node
from luoshi.core.reading.running import Judgement, in_context, judge
from luoshi.core.reading.sentences import sentences
from luoshi.core.reading.sheet import Sheet
from luoshi.core.reading.terms import Terms, drafted

_BODY = 6


def by_speech(sheet: Sheet, taken: Sequence[Span]) -> Iterator[Task]:
    """Each sentence that asks, reports in the form of a task, or quotes one; ``taken`` are sorted plain spans to skip."""
    found = ((sheet.clause_at(span[0]), span) for span in _sentences(sheet, taken))
    for clause, group in groupby(found, key=lambda pair: pair[0]):
        if sheet.is_preamble(clause):
            continue
        spans = [words for _, span in group if (words := _without_title(clause, span))]
        reported = sheet.looks_back(clause)
        judged = in_context([judge(sheet.plain[slice(*span)], reported=reported) for span in spans])
        yield from _drafted(sheet, spans, judged)


def _sentences(sheet: Sheet, taken: Sequence[Span]) -> Iterator[Span]:
    """Every sentence of the running text that no ending and no row has taken."""
    cuts = sorted({offset for node in sheet.nodes for offset in (node.mark.start, node.title_end)})
    ends = [end for _, end in taken]
    for start, end in sheet.paper.paragraphs:
        if sheet.paper.in_row(start) or end <= sheet.head.body:
            continue
        for free in _free(start, end, taken, bisect_right(ends, start)):
            yield from sentences(sheet.plain, *free, cuts)


def _free(start: int, end: int, taken: Sequence[Span], index: int) -> Iterator[Span]:
    """What is left of a paragraph between the taken spans, of which ``index`` is the first to end in it."""
    while index < len(taken) and taken[index][0] < end:
        if taken[index][0] > start:
            yield start, taken[index][0]
        start = max(start, taken[index][1])
        index += 1
    if start < end:
        yield start, end


def _without_title(clause: Node | None, span: Span) -> Span | None:
    """The sentence without its marker; a title with a body under it names a task and is none."""
    if clause is None or span[0] >= clause.title_end:
        return span
    if clause.end - clause.title_end > _BODY:
        return None
    start = max(span[0], clause.mark.end)
    return (start, span[1]) if start < span[1] else None


def _drafted(sheet: Sheet, spans: Sequence[Span], judged: Sequence[Judgement]) -> Iterator[Task]:
    for span, judgement in zip(spans, judged, strict=True):
        if judgement.stance is None:
            continue
        units = sheet.default_units(span[0])
        deadline = in_speech(sheet.plain[slice(*span)], sheet.head.year)
        yield drafted(
            sheet, span, Terms(units, units, deadline, span, None, judgement.stance, judgement.strength)
        )
