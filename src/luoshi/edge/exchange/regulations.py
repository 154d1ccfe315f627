"""The rules in force at this site: the shipped regulations, and the site's own beside them or in their stead."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from django.conf import settings

from luoshi.core.periods import WorkCalendar, periods_between, term_of
from luoshi.core.refusals import Refusal
from luoshi.core.rules import Almanac, Pack, joined, read

from .calendars import site_calendar
from .overlay import NOT_TOML, SHIPPED, overlay

FOLDER = "regulations"
EXAMPLE = "example"


def site_rules() -> Pack:
    """Return all rules in force at this installation, read once by each process. Raises as ``rules`` does."""
    return rules(settings.LUOSHI_HOME)


def site_almanac() -> Almanac:
    """Return the calendar by which they are judged here. Raises as ``site_calendar`` does."""
    return almanac(site_calendar())


def almanac(calendar: WorkCalendar) -> Almanac:
    """Return what the engine of rules asks of a calendar."""
    return Almanac(periods_between, term_of, calendar.add_workdays)


@cache
def rules(home: Path) -> Pack:
    """Return the rules in force for the data directory ``home``, as one pack.

    Raises as ``in_force`` does, and ``Misread`` for files that contradict each other.
    """
    return joined(in_force(home))


def in_force(home: Path) -> list[Pack]:
    """Return the files of rules that count for the data directory ``home``, by name; examples bind nobody.

    Raises as ``packs`` does.
    """
    return [pack for pack in packs(home) if pack.scope != EXAMPLE]


def packs(home: Path | None = None) -> list[Pack]:
    """Return every file of rules, examples too, by name; without a data directory the shipped ones.

    A file in ``home/content/regulations`` outranks the shipped one of the same name as a whole. Raises ``Misread``
    with every mistake of the first file that has any, ``Refusal`` for one that is not UTF-8, ``OSError`` when one
    cannot be read.
    """
    paths = sorted((SHIPPED / FOLDER).glob("*.toml")) if home is None else overlay(home, FOLDER)
    found = {path.stem: path for path in paths}
    return [pack_of(found[stem]) for stem in sorted(found)]


def checked(home: Path, files: Sequence[Path] = ()) -> list[Pack]:
    """Return the packs of these files, or all of ``home`` without any, once they can stand with what is in force.

    A file stands in the place of the one that bears its name. An example is held against the others too, as if
    somebody had taken it over. Raises as ``packs`` does.
    """
    asked = [pack_of(path) for path in files] if files else packs(home)
    names = {pack.name for pack in asked}
    joined([*(pack for pack in in_force(home) if pack.name not in names), *asked])
    return asked


def pack_of(path: Path) -> Pack:
    """Return the rules that one file writes. Raises as ``packs`` does."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as mistake:
        raise Refusal(NOT_TOML, name=path.name) from mistake
    return read(text, path.name)
