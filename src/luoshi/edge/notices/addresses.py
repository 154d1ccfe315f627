"""Where a delivery goes: the channel's secret address, filled with how to reach the person."""

import re
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

from luoshi.core.refusals import Refusal
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import contact_for_sending

from .reasons import NO_CONTACT, NO_SECRET, SEALED

FOLDER = "channels"
# What contact details may hold, among other words.
WAYS = {
    "mail": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII),
    "mobile": re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)"),
}


class Unaddressed(Exception):
    """A delivery that cannot go out as things are; ``reason`` is one of ``reasons.py``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def address(channel: str, person: Person, key: str) -> str:
    """Return the Apprise address for the person; ``key`` stays the same for every attempt of one delivery.

    Raises ``Unaddressed`` without the channel's secret file, and where the person has no such contact.
    """
    template = _secret(channel)
    given = {"key": key}
    for way, pattern in WAYS.items():
        if f"{{{way}}}" in template:
            given[way] = _found(pattern, person)
    for name, value in given.items():
        template = template.replace(f"{{{name}}}", quote(value, safe=""))
    return template


def _secret(channel: str) -> str:
    path = Path(settings.LUOSHI_HOME) / "keys" / FOLDER / f"{channel}.url"
    try:
        secret = path.read_text(encoding="utf-8").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        raise Unaddressed(NO_SECRET) from None
    if not secret:
        raise Unaddressed(NO_SECRET)
    return secret


def _found(pattern: re.Pattern[str], person: Person) -> str:
    try:
        details = contact_for_sending(person) or ""
    except Refusal:
        raise Unaddressed(SEALED) from None
    found = pattern.search(details)
    if found is None:
        raise Unaddressed(NO_CONTACT)
    return found.group()
