"""Ruled tables of a PDF page: crossing lines make a grid, a missing piece of line merges two cells.

What stands in a merged cell is repeated in each row that it covers, as in the other formats.
"""

from bisect import bisect_right
from dataclasses import dataclass

from .pdf_glyphs import Glyph, Page, Rule

NEAR = 3.0
MOST_CROSSINGS = 250_000
MOST_CELLS = 20_000


@dataclass(slots=True)
class Grid:
    """A table: column edges left to right, row edges bottom to top, the cell each grid place belongs to."""

    xs: list[float]
    ys: list[float]
    roots: list[list[int]]

    def cell_at(self, glyph: Glyph) -> int | None:
        """The cell that holds a glyph's middle, None outside the table."""
        column = bisect_right(self.xs, (glyph.left + glyph.right) / 2) - 1
        row = bisect_right(self.ys, (glyph.bottom + glyph.top) / 2) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.roots[row][column] if inside else None

    def rows(self, texts: dict[int, str]) -> list[list[str]]:
        """Cell texts row by row from the top; a cell that spans columns stands once in a row."""
        found = []
        for roots in reversed(self.roots):
            cells = [root for place, root in enumerate(roots) if place == 0 or root != roots[place - 1]]
            found.append([texts.get(root, "") for root in cells])
        return found


def grids_of(page: Page) -> list[Grid]:
    """The tables of a page that have at least two columns; none when the page is a drawing."""
    if len(page.upright) * len(page.level) > MOST_CROSSINGS:
        return []
    found = []
    for upright, level in _clusters(page.upright, page.level):
        xs, ys = _edges(upright), _edges(level)
        if len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) <= MOST_CELLS:
            found.append(Grid(xs, ys, _merged(xs, ys, upright, level)))
    return found


def _clusters(upright: list[Rule], level: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that cross, directly or through others, belong to one table."""
    owner = list(range(len(upright) + len(level)))
    for first, post in enumerate(upright):
        for second, beam in enumerate(level, len(upright)):
            across = beam.start - NEAR <= post.at <= beam.end + NEAR
            if across and post.start - NEAR <= beam.at <= post.end + NEAR:
                owner[_root(owner, first)] = _root(owner, second)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for place, rule in enumerate([*upright, *level]):
        group = groups.setdefault(_root(owner, place), ([], []))
        group[0 if place < len(upright) else 1].append(rule)
    return list(groups.values())


def _root(owner: list[int], place: int) -> int:
    while owner[place] != place:
        owner[place] = owner[owner[place]]
        place = owner[place]
    return place


def _edges(rules: list[Rule]) -> list[float]:
    edges: list[float] = []
    for rule in sorted(rules):
        if not edges or rule.at - edges[-1] > NEAR:
            edges.append(rule.at)
    return edges


def _merged(xs: list[float], ys: list[float], upright: list[Rule], level: list[Rule]) -> list[list[int]]:
    """For each row from the bottom and each column the number of the cell it belongs to."""
    width = len(xs) - 1
    owner = list(range(width * (len(ys) - 1)))
    posts, beams = _by_edge(xs, upright), _by_edge(ys, level)
    for row in range(len(ys) - 1):
        for column in range(width):
            here = row * width + column
            middle_x, middle_y = (xs[column] + xs[column + 1]) / 2, (ys[row] + ys[row + 1]) / 2
            if column + 1 < width and not _covers(posts[column + 1], middle_y):
                owner[_root(owner, here)] = _root(owner, here + 1)
            if row + 2 < len(ys) and not _covers(beams[row + 1], middle_x):
                owner[_root(owner, here)] = _root(owner, here + width)
    numbered = [_root(owner, place) for place in range(len(owner))]
    return [numbered[start : start + width] for start in range(0, len(numbered), width)]


def _by_edge(edges: list[float], rules: list[Rule]) -> list[list[Rule]]:
    found: list[list[Rule]] = [[] for _ in edges]
    for rule in rules:
        found[max(bisect_right(edges, rule.at + 0.01) - 1, 0)].append(rule)
    return found


def _covers(rules: list[Rule], place: float) -> bool:
    return any(rule.start <= place <= rule.end for rule in rules)
