"""A morning on which people are told: the working day after the cast's tasks were moved."""

from collections.abc import Callable
from datetime import UTC, datetime, time

from luoshi.edge.exchange.calendars import site_calendar
from luoshi.edge.exchange.notice_policy import Channel, NoticePolicy
from luoshi.edge.notices.actions import write_digests
from luoshi.edge.notices.models import Delivery, Digest
from luoshi.edge.notices.sending import send
from luoshi.ground.people.models import Person

# Monday the 2nd of March is the day of the story; nine o'clock in Shanghai is one in UTC.
TUESDAY = datetime(2026, 3, 3, 1, 0, tzinfo=UTC)
MAIL = Channel("mail", "邮件", titles=True)


def policy(*channels: Channel, **changed: object) -> NoticePolicy:
    """Return the shipped policy with these channels and changes."""
    said: dict[str, object] = {
        "morning": time(8),
        "quiet_from": time(20),
        "quiet_until": time(7, 30),
        "retries": (10, 60),
        "reply_within": 5,
        "site": "",
    }
    return NoticePolicy(**{**said, **changed}, channels=channels)  # type: ignore[arg-type]  # fields by name


def write(at: datetime = TUESDAY, *channels: Channel) -> int | None:
    """Write the digests of that moment's morning."""
    return write_digests(at=at, policy=policy(*channels), calendar=site_calendar())


def told(person: Person, at: datetime = TUESDAY) -> dict[str, list[int]]:
    """Return what the person is told that day: the numbers of tasks by kind."""
    digest = Digest.objects.filter(person=person, day=at.date()).first()
    return {part["kind"]: part["tasks"] for part in digest.parts} if digest else {}


def fail_all() -> list[int]:
    """Let every delivery fail for want of its channel, and return their numbers."""
    send(clock=clock(TUESDAY), policy=policy(), calendar=site_calendar())
    return list(Delivery.objects.order_by("pk").values_list("pk", flat=True))


def clock(*moments: datetime) -> Callable[[], datetime]:
    """Return a clock that shows these moments, and the last one ever after."""
    left = list(moments)
    return lambda: left.pop(0) if len(left) > 1 else left[0]
