"""Everything known about one document while its tasks are looked for."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from luoshi.core.reading.conventions import Conventions, conventions
from luoshi.core.reading.masthead import Masthead, masthead
from luoshi.core.reading.model import Clause
from luoshi.core.reading.outline import Node, nodes
from luoshi.core.reading.paper import Paper, lay_out
from luoshi.core.reading.running import is_preamble, looks_ahead, looks_back


@dataclass(frozen=True)
class Sheet:
    """The paper with its masthead, its clauses and its conventions."""

    paper: Paper
    head: Masthead
    nodes: tuple[Node, ...]
    conventions: Conventions

    @property
    def plain(self) -> str:
        """The folded text that every offset in here counts in."""
        return self.paper.plain

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The outline as the reading gives it, ids like 2.1.3 by position."""
        return tuple(self._clause(node) for node in self.nodes)

    def _clause(self, node: Node) -> Clause:
        title = (
            self.paper.text[slice(*self.paper.span(node.mark.end, node.title_end))]
            if node.title_end > node.mark.end
            else ""
        )
        parent = node.parent.id if node.parent else None
        body = self.plain[node.mark.start : node.end].rstrip()
        span = self.paper.span(node.mark.start, node.mark.start + max(1, len(body)))
        return Clause(
            node.id,
            parent,
            node.level,
            node.mark.number,
            re.sub(r"\s*\n\s*", "", title).strip(" \u3000，"),
            span,
        )

    def clause_at(self, offset: int) -> Node | None:
        """The innermost clause around a plain offset."""
        index = bisect_right(self._starts, offset) - 1
        node: Node | None = self.nodes[index] if index >= 0 else None
        while node and offset >= node.end:
            node = node.parent
        return node

    def is_preamble(self, node: Node | None) -> bool:
        """Whether the clause, or one above it, only says why: 指导思想, 基本原则."""
        return node is not None and any(part.id in self._preambles for part in node.path())

    def looks_back(self, node: Node | None) -> bool:
        """Whether the clause, or one above it, reports what was done, and none above it looks ahead."""
        path = [part.id for part in node.path()] if node else []
        return not self._reports.isdisjoint(path) and self._prospects.isdisjoint(path)

    def default_units(self, offset: int) -> tuple[str, ...]:
        """The unit that answers at ``offset`` where none is named, by a convention stated before it."""
        stated = self.conventions.default_from
        if not self.conventions.default_unit or offset < stated:
            return ()
        clause = self.clause_at(stated)
        top = list(clause.path())[-1] if clause else None
        return (self.conventions.default_unit,) if top is None or offset < top.end else ()

    def quote(self, words: str, start: int, end: int) -> str:
        """``words`` as the document writes them, found between the plain offsets."""
        found = self.plain.find(words, start, end)
        if found < 0 or not words:
            return words
        return self.paper.text[slice(*self.paper.span(found, found + len(words)))].replace("\n", "")

    @cached_property
    def _preambles(self) -> frozenset[str]:
        return frozenset(node.id for node in self.nodes if is_preamble(self._title(node)))

    @cached_property
    def _reports(self) -> frozenset[str]:
        return frozenset(node.id for node in self.nodes if looks_back(self._title(node)))

    @cached_property
    def _prospects(self) -> frozenset[str]:
        return frozenset(node.id for node in self.nodes if looks_ahead(self._title(node)))

    def _title(self, node: Node) -> str:
        return self.plain[node.mark.end : node.title_end]

    @cached_property
    def _starts(self) -> list[int]:
        return [node.mark.start for node in self.nodes]


def open_sheet(text: str) -> Sheet:
    """Lay the text out and read all of it but its tasks."""
    paper = lay_out(text)
    return Sheet(paper, masthead(paper), tuple(nodes(paper)), conventions(paper.plain))
