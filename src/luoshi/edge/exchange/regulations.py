"""The rules in force at this site: the shipped regulations, and the site's own beside them or in their stead.

A file of the site that cannot be used is left out as a whole, and all others count: one slip of the pen may not take
the pages from everybody. What is wrong in it is told at its line, at the rule desk and by ``luoshi rules check``.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from luoshi.core.periods import WorkCalendar, periods_between, term_of
from luoshi.core.rules import Almanac, Misread, Mistake, Pack, joined, read
from luoshi.core.rules.mistakes import NOT_UTF8

from .calendars import site_calendar
from .overlay import SHIPPED

FOLDER = "regulations"
EXAMPLE = "example"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every file of rules that can be used 规定文件, examples too, by name; and what is wrong in those left out."""

    packs: tuple[Pack, ...]
    left_out: tuple[Mistake, ...] = ()


def site_rules() -> Pack:
    """Return all rules in force at this installation, read once by each process."""
    return rules(settings.LUOSHI_HOME)


def site_shelf() -> Shelf:
    """Return the files of rules of this installation, read once by each process."""
    return shelf(settings.LUOSHI_HOME)


def site_almanac() -> Almanac:
    """Return the calendar by which they are judged here. Raises as ``site_calendar`` does."""
    return almanac(site_calendar())


def almanac(calendar: WorkCalendar) -> Almanac:
    """Return what the engine of rules asks of a calendar."""
    return Almanac(periods_between, term_of, calendar.add_workdays)


@cache
def rules(home: Path) -> Pack:
    """Return the rules in force for the data directory ``home``, as one pack."""
    for mistake in shelf(home).left_out:
        log.warning("%s is left out for what is wrong in line %d", mistake.facts["file"], mistake.line)
    return joined(in_force(home))


def in_force(home: Path) -> list[Pack]:
    """Return the files of rules that count for the data directory ``home``, by name; examples bind nobody."""
    return _binding(shelf(home).packs)


def packs() -> list[Pack]:
    """Return the shipped files of rules, by name."""
    return [pack_of(path) for path in _files(SHIPPED)]


@cache
def shelf(home: Path) -> Shelf:
    """Return the files of rules for the data directory ``home``; its own outrank the shipped of the same name as a whole.

    A file of its own is left out where it has a mistake, or cannot stand beside the others.
    """
    kept = {pack.name: pack for pack in packs()}
    waiting, wrong = _told(_files(home / "content"))
    # What raises a rule of another file stands once that file does, so whoever was refused is asked again.
    while waiting:
        refused = {}
        for pack in waiting:
            others = {name: each for name, each in kept.items() if name != pack.name}
            found = _conflicts([*others.values(), pack])
            if found:
                refused[pack] = found
            else:
                kept = {**others, pack.name: pack}
        if len(refused) == len(waiting):
            wrong += [mistake for found in refused.values() for mistake in found]
            break
        waiting = list(refused)
    return Shelf(tuple(kept[name] for name in sorted(kept)), tuple(wrong))


def checked(home: Path, files: Sequence[Path] = ()) -> list[Pack]:
    """Return the packs of these files, or all of ``home`` without any, once they can stand with what is in force.

    A file stands in the place of the one that bears its name. An example is held against the others too, as if
    somebody had taken it over. Raises ``Misread`` with every mistake of every file, ``OSError`` when one cannot be read.
    """
    of_site = {path.name: path for path in (*_files(SHIPPED), *_files(home / "content"))}
    asked, wrong = _told(files or [of_site[name] for name in sorted(of_site)])
    if wrong:
        raise Misread(wrong)
    names = {pack.name for pack in asked}
    joined([*(pack for pack in in_force(home) if pack.name not in names), *asked])
    return asked


def pack_of(path: Path) -> Pack:
    """Return the rules that one file writes. Raises ``Misread`` with every mistake, ``OSError`` when it cannot be read."""
    return read(written_in(path.read_bytes(), path.name), path.name)


def written_in(data: bytes, name: str) -> str:
    """Return the text of a file of rules. Raises ``Misread``, at the line, where it is not UTF-8."""
    try:
        # Some editors begin a file with a mark that is no part of its text.
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as mistake:
        line = data.count(b"\n", 0, mistake.start) + 1
        raise Misread([Mistake(line, NOT_UTF8, {"file": name, "line": str(line)})]) from mistake


def _files(content: Path) -> list[Path]:
    return sorted((content / FOLDER).glob("*.toml"))


def _told(paths: Iterable[Path]) -> tuple[list[Pack], list[Mistake]]:
    """Return what the files write, and every mistake of those that cannot be read as rules."""
    found, wrong = list[Pack](), list[Mistake]()
    for path in paths:
        try:
            found.append(pack_of(path))
        except Misread as misread:
            wrong.extend(misread.mistakes)
    return found, wrong


def _binding(packs: Iterable[Pack]) -> list[Pack]:
    return [pack for pack in packs if pack.scope != EXAMPLE]


def _conflicts(packs: Iterable[Pack]) -> Sequence[Mistake]:
    try:
        joined(_binding(packs))
    except Misread as misread:
        return misread.mistakes
    return ()
