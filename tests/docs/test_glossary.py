"""One Chinese term, one English noun, and the classes are called that."""

import ast
import re
from collections import Counter
from fnmatch import fnmatch

from tidy.tree import ROOT, files

ROOMS = ("core", "ground", "act", "plan", "check", "judge", "learn")


def _rows() -> list[list[str]]:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    table = [line for line in text.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def _places() -> list[str]:
    return [place for row in _rows() for place in re.findall(r"`([^`]+)`", row[3])]


def _classes() -> list[str]:
    """Return ``room/engine:Class`` for every public class of core and of the apps."""
    found = []
    for name in files():
        path = name.removeprefix("src/luoshi/")
        # A migration's class is called what the framework demands.
        if name.endswith(".py") and "/migrations/" not in name and path.split("/")[0] in ROOMS:
            tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
            names = [node.name for node in tree.body if isinstance(node, ast.ClassDef)]
            found += [f"{'/'.join(path.split('/')[:2])}:{each}" for each in names if each[0] != "_"]
    return found


def _belongs(cls: str, place: str) -> bool:
    return cls == place or (place.endswith("/*") and fnmatch(cls.replace(":", "/"), place))


def test_every_row_says_what_it_means() -> None:
    assert _rows()
    assert [row for row in _rows() if len(row) != 4 or not all(row[:3])] == []


def test_no_term_has_two_words_and_no_word_two_terms() -> None:
    for column in (0, 1):
        counted = Counter(row[column].lower() for row in _rows())
        assert [term for term, times in counted.items() if times > 1] == []


def test_every_public_class_belongs_to_a_term() -> None:
    classes = _classes()
    assert classes
    places = _places()
    assert [cls for cls in classes if not any(_belongs(cls, place) for place in places)] == []


def test_every_place_exists() -> None:
    classes = _classes()
    assert [place for place in _places() if not any(_belongs(cls, place) for cls in classes)] == []


def test_a_class_is_called_what_its_term_is_called() -> None:
    named = [(row[1], place) for row in _rows() for place in re.findall(r"`[^`]+:([^`]+)`", row[3])]
    words = [(noun, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls).lower()) for noun, cls in named]
    assert [pair for pair in words if pair[0].lower() not in pair[1]] == []
