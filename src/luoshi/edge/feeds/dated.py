"""What a calendar holds of somebody: days with something due on them, from every room that has any."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.module_loading import import_string

from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import Held


@dataclass(frozen=True, slots=True)
class Dated:
    """One thing that is due 到期事项: by when, what, where, and the page that tells more.

    ``key`` names it for good, so that a calendar program moves it instead of showing it twice. ``private``
    marks what is only counted unless the feed's owner chose otherwise; ``route`` and ``number`` lead to the page.
    """

    key: str
    on: date
    what: str
    where: str
    route: str
    number: int
    private: bool = False


def dated(person: Person, held: Sequence[Held], since: date, until: date) -> list[Dated]:
    """Return what is due for the person on these days, by day, from each source that ``LUOSHI_DATED`` names."""
    sources = [import_string(name) for name in settings.LUOSHI_DATED]
    found = [each for source in sources for each in source(person, held, since, until)]
    return sorted(found, key=lambda each: (each.on, each.key))
