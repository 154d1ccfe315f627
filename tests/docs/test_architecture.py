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
    """Return every directory of the package, down to the engines and apps, that holds a file."""
    directories = set()
    for name in files():
        parts = name.split("/")
        if name.startswith("src/luoshi/"):
            directories |= {"/".join(parts[:depth]) for depth in range(3, min(len(parts), 5))}
    return directories


def test_every_directory_it_names_exists_or_comes_later() -> None:
    drawn = _map()
    assert len(drawn) > 10
    assert [path for path, later in drawn.items() if not later and not (ROOT / path).is_dir()] == []


def test_nothing_marked_later_is_already_there() -> None:
    assert [path for path, later in _map().items() if later and path in _present()] == []


def test_every_room_is_on_the_map() -> None:
    rooms = {path for path in _present() if "/" in path.removeprefix("src/luoshi/") or path.count("/") == 2}
    assert rooms - set(_map()) - {"src/luoshi/locale/en"} == set()


def test_it_fits_on_a_page() -> None:
    assert len((ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 80
