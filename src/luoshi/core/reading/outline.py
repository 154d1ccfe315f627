"""The outline 大纲 of a document: numbered clauses, nested as the writer nested them.

The same numeral style stands at different levels in different parts of one speech, Arabic
numbers run on across sections or begin anew, and several markers may share a paragraph. So a
level is never a property of a style: each marker takes its place on a stack of open clauses.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from luoshi.core.reading.grammar.markers import MARKERS
from luoshi.core.reading.marks import Mark, marks
from luoshi.core.reading.openers import openers
from luoshi.core.reading.paper import Paper

_RANKS = {rule.name: float(rule.means) for rule in MARKERS if rule.means}
_CHAINS = frozenset({"is", "must", "drum"})
_STEPS = (1, 2)
_CLOSING = re.compile(r"同志们|最后|总之|各位|借此机会|在此")
_NEAR = 12
_SECOND = 2
_GLUED = 32
_INLINE_AFTER = {
    "is": "。；：，！？”",
    "must": "。；：，！？”",
    "drum": "。；：，！？”",
    "chinese": "。！？） ",
    "ordinal": "。；：！？",
    "arabic": "。；：）！？",
}
_TITLE_END = re.compile(
    r"[。！？；\n\t]| {2,}(?! )(?!\S *(?:\n|$))|：(?!.{0,3}”)|（(?=[^（）]{2,80}(?:负责|牵头|单位|部门)[^（）]{0,80}）)"
)


@dataclass(slots=True)
class Node:
    """A clause in the making: its mark, where its title ends and where the whole of it ends."""

    mark: Mark
    rank: float
    level: int
    parent: "Node | None"
    title_end: int
    end: int = 0
    id: str = ""
    children: list["Node"] = field(default_factory=list)

    def path(self) -> Iterator["Node"]:
        """The node itself and every node above it."""
        node: Node | None = self
        while node:
            yield node
            node = node.parent


def nodes(paper: Paper) -> list[Node]:
    """The numbered clauses of the paper in order, each with its parent, level and end (plain offsets)."""
    found: list[Node] = []
    stack: list[Node] = []
    last: dict[str, int] = {}
    candidates = list(marks(paper))
    followers = _followers(candidates)
    for index, mark in enumerate(candidates):
        if not _numbers(mark, stack, last, followers[index]):
            continue
        _leave(paper, mark, stack)
        _make_room(mark, stack)
        node = _node(paper.plain, mark, stack)
        if node.parent:
            node.parent.children.append(node)
        if found:
            found[-1].title_end = min(found[-1].title_end, mark.start)
        stack.append(node)
        found.append(node)
        last[mark.style] = mark.value
    _close(found, len(paper.plain))
    found = [part for node in found for part in (node, *_unnumbered(paper, node))]
    _identify(found)
    return found


def _followers(candidates: list[Mark]) -> list[tuple[int, ...]]:
    """For each candidate the values of the next few candidates of its style."""
    seen: dict[str, list[int]] = {}
    result: list[tuple[int, ...]] = []
    for mark in reversed(candidates):
        later = seen.setdefault(mark.style, [])
        result.append(tuple(later[: -_NEAR - 1 : -1]))
        later.append(mark.value)
    return result[::-1]


def _numbers(mark: Mark, stack: list[Node], last: dict[str, int], later: tuple[int, ...]) -> bool:
    """Whether the mark numbers a clause, judged by what came before it and what follows."""
    chain = mark.style in _CHAINS
    if mark.head and not chain:
        return True
    if not mark.head and mark.before not in _INLINE_AFTER.get(mark.style, mark.before):
        return False
    if mark.value == 1:
        return _SECOND in (later if mark.head else later[:1])
    continued = any(
        node.mark.style == mark.style and mark.value - node.mark.value in _STEPS for node in stack
    )
    return continued or (not chain and mark.value - last.get(mark.style, 0) in _STEPS)


def _leave(paper: Paper, mark: Mark, stack: list[Node]) -> None:
    """Close what a new chain cannot belong to: everything from a closing paragraph on, run-in items long past."""
    if mark.value != 1 or mark.style in _RANKS or not stack:
        return
    begin = paper.paragraph_at(mark.start)[0]
    if not mark.head and stack[-1].mark.start < begin and _sums_up(paper.plain, begin, mark, stack[-1].mark):
        stack.clear()
    while stack and mark.head and _is_past_run_in(paper, mark, stack[-1]):
        stack.pop()


def _sums_up(plain: str, begin: int, mark: Mark, earlier: Mark) -> bool:
    """A closing paragraph, or a second chain of the same words in a later one."""
    return bool(_CLOSING.match(plain, begin)) or (earlier.style == mark.style and not earlier.head)


def _is_past_run_in(paper: Paper, mark: Mark, top: Node) -> bool:
    """An item of a chain that ended with its own paragraph, when unnumbered paragraphs follow it."""
    end = paper.paragraph_at(top.mark.start)[1]
    between = paper.plain[end : mark.start].strip()
    return top.mark.style in _CHAINS and top.title_end < end and bool(between)


def _make_room(mark: Mark, stack: list[Node]) -> None:
    """Close the open clauses that the mark cannot stand under."""
    for depth in range(len(stack) - 1, -1, -1):
        open_mark = stack[depth].mark
        if open_mark.style == mark.style and _follows(mark, open_mark):
            del stack[depth:]
            return
    while stack and mark.head and not stack[-1].mark.head:
        stack.pop()
    rank = _RANKS.get(mark.style)
    while stack and rank is not None and stack[-1].rank >= rank:
        stack.pop()


def _follows(mark: Mark, earlier: Mark) -> bool:
    if mark.value == 1:
        return mark.head == earlier.head
    return mark.style not in _CHAINS or mark.value - earlier.value in _STEPS


def _node(plain: str, mark: Mark, stack: list[Node]) -> Node:
    parent = stack[-1] if stack else None
    rank = _RANKS.get(mark.style, (parent.rank if parent else 0) + 0.1)
    title = _TITLE_END.search(plain, mark.end)
    end = title.start() if title else len(plain)
    return Node(mark, rank, len(stack) + 1, parent, _unglued(plain, mark.end, end))


def _unglued(plain: str, start: int, end: int) -> int:
    """Where a heading ends whose line break was lost: at the blank that is left of it."""
    blank = plain.find(" ", start + 4, start + _GLUED) if end - start > _GLUED else -1
    glued = blank > 0 and "，" not in plain[start:blank] and "，" in plain[blank:end]
    return blank if glued else end


def _close(found: Iterable[Node], length: int) -> None:
    """Give every node its end: where the next node of its own or a higher level begins."""
    following: list[tuple[int, int]] = []
    for node in reversed(list(found)):
        while following and following[-1][0] > node.level:
            following.pop()
        node.end = following[-1][1] if following else length
        following.append((node.level, node.mark.start))


def _unnumbered(paper: Paper, node: Node) -> list[Node]:
    """Sub-parts of a clause that open with a short sentence instead of a number."""
    if node.children:
        return []
    opened = openers(paper, node.title_end, node.end)
    ends = [*(start for start, _ in opened[1:]), node.end] if opened else []
    for (start, title_end), end in zip(opened, ends, strict=True):
        mark = Mark(start, start, "opener", "", 0, head=False, before="")
        node.children.append(Node(mark, node.rank + 0.1, node.level + 1, node, title_end, end))
    return node.children


def _identify(found: Iterable[Node]) -> None:
    """Name every node by its position: the second child of the first clause is 1.2."""
    roots = 0
    for node in found:
        if node.parent is None:
            roots += 1
            node.id = str(roots)
        for place, child in enumerate(node.children, 1):
            child.id = f"{node.id}.{place}"
