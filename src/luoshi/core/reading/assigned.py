"""Tasks that the document assigns itself: by an ending in brackets, or by a row of a table."""

from collections.abc import Iterator

from luoshi.core.reading.deadlines import in_text
from luoshi.core.reading.endings import Ending, in_brackets
from luoshi.core.reading.labelled import labelled
from luoshi.core.reading.model import Span, Task
from luoshi.core.reading.sheet import Sheet
from luoshi.core.reading.tables import Row, rows
from luoshi.core.reading.terms import Terms, drafted
from luoshi.core.reading.unlabelled import bare_brackets, bare_sentences

_PUNCTUATION = " ，；。：、\n\t）"
_SHORTEST = 4
_SENTENCE_ENDS = "。！？；：）”》"
_PAGE_GAP = 40
_TORN = 30


def by_endings(sheet: Sheet) -> Iterator[tuple[Span, Task]]:
    """Each ending with the text it closes, as (plain span, task)."""
    previous = 0
    for ending in _endings(sheet.plain, sheet.head.year):
        start, end = _closed_text(sheet, ending, previous)
        previous = ending.span[1]
        if end - start >= _SHORTEST:
            yield (start, previous), _ended(sheet, ending, start, end)


def by_rows(sheet: Sheet) -> Iterator[tuple[Span, Task]]:
    """Each task of each table, as (plain span, task)."""
    for row in rows(sheet.paper, sheet.head.year):
        yield row.span, _tabled(sheet, row)


def _endings(plain: str, year: int | None) -> list[Ending]:
    """Every ending of the folded text in order, however it is written; of two that overlap, the outer one."""
    found = list(in_brackets(plain, year))
    found += labelled(plain, year, [ending.span for ending in found])
    found += [*bare_brackets(plain, year), *bare_sentences(plain, year)]
    found.sort(key=lambda ending: (ending.span[0], -ending.span[1]))
    apart: list[Ending] = []
    for ending in found:
        if not apart or ending.span[0] >= apart[-1].span[1]:
            apart.append(ending)
    return apart


def _closed_text(sheet: Sheet, ending: Ending, previous: int) -> Span:
    """From the ending before, the paragraph's or the clause's begin; from the clause if it stands alone on its line."""
    end = ending.span[0]
    clause = sheet.clause_at(end)
    clause_start = clause.mark.end if clause else 0
    floor = max(previous, clause_start)
    start = max(floor, _begin_of(sheet, sheet.paper.paragraph_at(end)[0], floor))
    if not sheet.plain[start:end].strip(_PUNCTUATION):
        start = max(previous, clause_start)
    text = sheet.plain[start:end]
    lead = len(text) - len(text.lstrip(_PUNCTUATION))
    return start + lead, start + max(lead, len(text.rstrip(" \n\t")))


def _begin_of(sheet: Sheet, start: int, floor: int) -> int:
    """Where the paragraph at ``start`` truly begins, if a page break tore it apart in mid-sentence."""
    while start > floor:
        above = sheet.plain[max(0, start - _PAGE_GAP) : start].rstrip(" \n")
        before = sheet.paper.paragraph_at(start - 1)
        if not above or above[-1] in _SENTENCE_ENDS or before[1] - before[0] < _TORN or before[0] >= start:
            break
        start = before[0]
    return start


def _ended(sheet: Sheet, ending: Ending, start: int, end: int) -> Task:
    leads, units = _led(sheet, ending.leads, ending.units)
    if ending.deadline:
        return drafted(sheet, (start, end), Terms(leads, units, ending.deadline, ending.span, ending.span))
    deadline = in_text(sheet.plain[start:end], sheet.head.year)
    return drafted(sheet, (start, end), Terms(leads, units, deadline, (start, end), ending.span))


def _tabled(sheet: Sheet, row: Row) -> Task:
    leads, units = _led(sheet, row.leads, tuple(dict.fromkeys(row.leads + row.co)))
    return drafted(
        sheet, row.span, Terms(leads, units, row.deadline, sheet.paper.paragraph_at(row.span[0]), row.ending)
    )


def _led(
    sheet: Sheet, leads: tuple[str, ...], units: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The leads named, or the first unit where the document says so, or the only one."""
    if not leads and units and (sheet.conventions.first_leads or len(units) == 1):
        leads = units[:1]
    return leads, tuple(dict.fromkeys(leads + units))
