"""Finds, among many sign-offs, those that a new one nearly repeats."""

from array import array
from dataclasses import dataclass
from heapq import nlargest

from luoshi.core.likeness.comparison import heft, verdict
from luoshi.core.likeness.reduction import Signature, signature, weight

# How many postings one check may read, and how many texts it then compares in full. They bound the
# time of a check whatever the size of the index; rare pieces are read first, so the bound seldom bites.
READ = 4_000
COMPARED = 24


@dataclass(frozen=True, slots=True)
class Match:
    """A sign-off that is nearly the same 雷同: the key it was added under, and how alike, up to 1."""

    key: str
    likeness: float


class Index:
    """Sign-offs to compare with 雷同索引, in memory; about 1 KB for each text of a hundred characters."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._kept: list[tuple[array[int], float, Signature]] = []
        self._numbers: dict[str, int] = {}
        self._places: list[array[int]] = []

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: str, text: str) -> None:
        """Take in a text under any key; the same key twice is two texts."""
        one = signature(text)
        place = len(self._keys)
        numbers = array("I", map(self._number, one.pieces))
        for number in (*numbers, *map(self._number, _marks(one))):
            self._places[number].append(place)
        self._keys.append(key)
        # The pieces live on as numbers only, which is what keeps a hundred thousand texts small.
        self._kept.append((numbers, heft(one), Signature(frozenset(), one.figures, one.things)))

    def check(self, text: str, *, at_most: int = 5) -> list[Match]:
        """Return the nearly identical texts, the most alike first; an empty text is like none."""
        one = signature(text)
        if not one.pieces:
            return []
        known = {self._numbers[piece]: weight(piece) for piece in one.pieces if piece in self._numbers}
        size = heft(one)
        matches = []
        marks = [self._numbers[mark] for mark in _marks(one) if mark in self._numbers]
        for place in self._candidates([*known, *marks]):
            numbers, other_size, other = self._kept[place]
            shared = sum(known[number] for number in numbers if number in known)
            alike = verdict(shared / (size * other_size) ** 0.5, one, other) if shared else 0.0
            if alike:
                matches.append(Match(self._keys[place], alike))
        return sorted(matches, key=lambda match: -match.likeness)[:at_most]

    def _candidates(self, numbers: list[int]) -> list[int]:
        """Return the places that share most with a text, each piece counting by its rarity."""
        votes: dict[int, float] = {}
        left = READ
        for places in sorted((self._places[number] for number in numbers), key=len):
            worth = 1 / len(places)
            for place in places[-left:]:
                votes[place] = votes.get(place, 0.0) + worth
            left -= len(places)
            if left <= 0:
                break
        return nlargest(COMPARED, votes, key=votes.__getitem__)

    def _number(self, piece: str) -> int:
        number = self._numbers.setdefault(piece, len(self._places))
        if number == len(self._places):
            self._places.append(array("I"))
        return number


def _marks(one: Signature) -> list[str]:
    """Name each figure, and all of them together: rare even among texts from one template."""
    if not one.figures:
        return []
    return [*(f"#{figure}" for figure in one.figures), "#" + " ".join(sorted(one.figures.elements()))]
