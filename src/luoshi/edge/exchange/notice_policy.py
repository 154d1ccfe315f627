"""When people are told, and over which channels: the shipped policy, or the site's own instead."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from luoshi.core.refusals import Refusal

from .overlay import overlay, parsed
from .policies import FOLDER, NOTICES, TWICE, WRONG_FIELD

MOST_MINUTES, MOST_DAYS = 7 * 24 * 60, 365


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out of the house 渠道: its name, what people call it, and whether titles of tasks may go that way."""

    name: str
    label: str
    titles: bool


@dataclass(frozen=True, slots=True)
class NoticePolicy:
    """When digests are written and sent 通知规则. Times are local; ``retries`` are minutes, one for each new attempt."""

    morning: time
    quiet_from: time
    quiet_until: time
    retries: tuple[int, ...]
    reply_within: int
    site: str
    channels: tuple[Channel, ...]

    def is_quiet(self, at: time) -> bool:
        """Tell whether nothing is sent at that time of day; quiet hours may reach over midnight."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until


def site_notices() -> NoticePolicy:
    """Return this installation's policy, read once by each process. Raises as ``notices`` does."""
    return notices(settings.LUOSHI_HOME)


@cache
def notices(home: Path) -> NoticePolicy:
    """Return the policy for the data directory ``home``, whose own file outranks the shipped one.

    Raises Refusal, naming the file and the field, for what cannot be understood. ``OSError`` when the
    file cannot be read.
    """
    path = [each for each in overlay(home, FOLDER) if each.stem == NOTICES][-1]
    said = _sound(path, parsed(path), DEMANDS, "")
    names = [each.get("name") for each in said["channels"] if isinstance(each, dict)]
    for name in names:
        if names.count(name) > 1:
            raise Refusal(TWICE, name=path.name, rung=str(name))
    channels = [
        _sound(path, each, CHANNEL_DEMANDS, f"channels[{place}].")
        for place, each in enumerate(said["channels"], 1)
    ]
    policy = NoticePolicy(
        **{name: _time(said[name]) for name in ("morning", "quiet_from", "quiet_until")},
        retries=tuple(said["retries"]),
        reply_within=said["reply_within"],
        site=said["site"].rstrip("/"),
        channels=tuple(Channel(**each) for each in channels),
    )
    if policy.is_quiet(policy.morning):
        raise Refusal(WRONG_FIELD, name=path.name, field="morning")
    return policy


def _sound(path: Path, said: Any, demands: dict[str, Callable[[Any], bool]], place: str) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise Refusal(WRONG_FIELD, name=path.name, field=place.rstrip("."))
    strange = sorted(said.keys() - demands)
    wrong = [field for field, meets in demands.items() if not meets(said.get(field))]
    for field in (*strange, *wrong):
        raise Refusal(WRONG_FIELD, name=path.name, field=f"{place}{field}")
    return said


def _is_time(said: Any) -> bool:
    try:
        return isinstance(said, str) and _time(said) is not None
    except ValueError:
        return False


def _time(said: str) -> time:
    """Return the local time of day that ``08:00`` names. Raises ``ValueError`` for any other text."""
    return datetime.strptime(said, "%H:%M").time()  # noqa: DTZ007  # a time of day has no zone


def _are_minutes(said: Any) -> bool:
    return isinstance(said, list) and all(type(each) is int and 0 < each <= MOST_MINUTES for each in said)


def _is_name(said: Any) -> bool:
    return isinstance(said, str) and said.isidentifier() and said.isascii() and len(said) <= 20


DEMANDS: dict[str, Callable[[Any], bool]] = {
    "morning": _is_time,
    "quiet_from": _is_time,
    "quiet_until": _is_time,
    "retries": _are_minutes,
    "reply_within": lambda said: type(said) is int and 0 < said <= MOST_DAYS,
    "site": lambda said: said == "" or (isinstance(said, str) and said.startswith(("https://", "http://"))),
    "channels": lambda said: isinstance(said, list),
}
CHANNEL_DEMANDS: dict[str, Callable[[Any], bool]] = {
    "name": _is_name,
    "label": lambda said: isinstance(said, str) and bool(said.strip()),
    "titles": lambda said: type(said) is bool,
}
