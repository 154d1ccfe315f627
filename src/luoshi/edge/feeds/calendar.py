"""Calendar entries as an iCalendar file (RFC 5545), as calendar programs fetch it."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from icalendar import Calendar, Event

from .dated import Dated

ONE_DAY = timedelta(days=1)
# How often programs are asked to look again; the lists change over a day, not within an hour.
REFRESH = timedelta(hours=6)


def calendar(
    entries: Iterable[Dated], *, titles: bool, host: str, at: datetime, address: Callable[[Dated], str]
) -> bytes:
    """Return the entries as a file of whole days; private ones are counted by day unless ``titles`` says otherwise."""
    made = Calendar()
    made.add("prodid", "-//Luoshi//calendar feed//ZH")
    made.add("version", "2.0")
    made.add("x-wr-calname", _("落实"))
    made.add("refresh-interval", REFRESH, {"VALUE": "DURATION"})
    listed = list(entries)
    named = [each for each in listed if titles or not each.private]
    for each in named:
        words = _("%(what)s（%(where)s）") % {"what": each.what, "where": each.where}
        made.add_component(_event(f"{each.key}@{host}", each.on, words, address(each), at))
    if not titles:
        for on, count in sorted(Counter(each.on for each in listed if each.private).items()):
            words = ngettext("%(count)d 件任务或职责到时限", "%(count)d 件任务或职责到时限", count) % {
                "count": count
            }
            made.add_component(_event(f"tasks-{on.isoformat()}@{host}", on, words, "", at))
    content: bytes = made.to_ical()
    return content


def _event(uid: str, on: date, words: str, link: str, at: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", at)
    event.add("dtstart", on)
    event.add("dtend", on + ONE_DAY)
    event.add("summary", words)
    event.add("transp", "TRANSPARENT")
    if link:
        event.add("url", link)
    return event
