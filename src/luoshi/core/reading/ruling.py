"""Rules the columns of a table that plain text sets apart by blanks only: a tab for the first blank of each gap."""

import re

from luoshi.core.reading.grammar.columns import COLUMNS
from luoshi.core.reading.model import Span

_HEADER = re.compile(
    r"(?:^|(?<=\n)) *(?:序号|编号|任务|工作|重点|主要|事项|项目|目标|内容)[^\n\t，。；：]{4,80}(?=\n)"
)
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_FEWEST = 3
_KNOWN = {"lead", "deadline"}


def ruled(folded: str) -> str:
    """``folded`` with tabs in its blank-set tables, character for character as long as before."""
    pieces, position = [], 0
    for header in _HEADER.finditer(folded):
        columns = _GAP.split(header[0].strip())
        roles = {role for column in columns for role in _roles(column)}
        if header.start() < position or len(columns) < _FEWEST or not ("task" in roles and roles & _KNOWN):
            continue
        start, end = _body(folded, header.span(), len(columns))
        pieces += [folded[position:start], _GAP.sub(_tabbed, folded[start:end])]
        position = end
    return "".join([*pieces, folded[position:]]) if pieces else folded


def _roles(column: str) -> list[str]:
    return [rule.means for rule in COLUMNS if rule.regex.search(column)][:1]


def _body(folded: str, header: Span, columns: int) -> Span:
    """From the header to the last line below it that has as many cells, or one fewer."""
    start, end = header
    while end < len(folded):
        stop = folded.find("\n", end + 1)
        stop = len(folded) if stop < 0 else stop
        cells = len(_GAP.findall(folded, end, stop)) + 1
        if cells < max(2, columns - 1) and folded[end:stop].strip():
            break
        end = stop
    return start, end


def _tabbed(gap: re.Match[str]) -> str:
    return "\t" + " " * (len(gap[0]) - 1)
