"""The map of the house is true: what it names exists, what exists it names."""

import re

from tidy.tree import ROOT, files

LINE = re.compile(r"^(\S+/)\s+(later: )?\S", re.MULTILINE)


def _map() -> dict[str, bool]:
    """Return each directory of the map and whether it is said to come later."""
    text = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = text.split("```")[1]
    return {path.rstrip("/"): bool(later) for path, later in LINE.findall(block)}


def _present() -> set[str]:
    """Return each folder of the package, and below it each one of Python: the engines and the apps."""
    found = set()
    for name in files():
        source, package, *below = name.split("/")[:-1] + [""] * 4
        room, engine = below[0], below[1]
        if (source, package) == ("src", "luoshi") and room:
            found.add(f"src/luoshi/{room}")
            if engine and name.endswith(".py"):
                found.add(f"src/luoshi/{room}/{engine}")
    return found


def test_every_directory_it_names_exists_or_comes_later() -> None:
    drawn = _map()
    assert len(drawn) > 10
    assert [path for path, later in drawn.items() if not later and not (ROOT / path).is_dir()] == []


def test_nothing_marked_later_is_already_there() -> None:
    assert [path for path, later in _map().items() if later and path in _present()] == []


def test_every_room_is_on_the_map() -> None:
    assert _present() - set(_map()) == set()


def test_it_fits_on_a_page() -> None:
    assert len((ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 100
