"""The rules in force at this site: the shipped regulations, and the site's own beside them or in their stead."""

from functools import cache
from pathlib import Path

from django.conf import settings

from luoshi.core.periods import WorkCalendar, periods_between, term_of
from luoshi.core.refusals import Refusal
from luoshi.core.rules import Almanac, Pack, joined, read

from .calendars import site_calendar
from .overlay import NOT_TOML, overlay

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
    """Return the rules in force for the data directory ``home``, as one pack; examples bind nobody.

    Raises as ``packs`` does, and ``Misread`` for files that contradict each other.
    """
    return joined(pack for pack in packs(home) if pack.scope != EXAMPLE)


def packs(home: Path) -> list[Pack]:
    """Return every file of rules, examples too, by name.

    A file in ``home/content/regulations`` outranks the shipped one of the same name as a whole. Raises ``Misread``
    with every mistake of the first file that has any, ``Refusal`` for one that is not UTF-8, ``OSError`` when one
    cannot be read.
    """
    found = {path.stem: path for path in overlay(home, FOLDER)}
    return [pack_of(found[stem]) for stem in sorted(found)]


def pack_of(path: Path) -> Pack:
    """Return the rules that one file writes. Raises as ``packs`` does."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as mistake:
        raise Refusal(NOT_TOML, name=path.name) from mistake
    return read(text, path.name)
