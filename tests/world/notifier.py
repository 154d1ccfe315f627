"""A program that tells people: ``python -m world.notifier plant COUNT`` or ``… send MOMENT`` or ``… state``.

``plant`` gives a cast's task to an office with COUNT officers who can be reached. ``send`` writes the digests
of that moment and sends, then says how many came to which outcome. ``state`` prints a line for each delivery: its key, its stage.
"""

import sys
from collections.abc import Callable
from datetime import datetime

import django


def main() -> None:
    """Do as told."""
    django.setup()
    verb, *arguments = sys.argv[1:]
    verbs: dict[str, Callable[..., None]] = {"plant": _plant, "send": _send, "state": _state}
    verbs[verb](*arguments)


def _plant(count: str) -> None:
    from luoshi.ground.people.actions import record_contact  # noqa: PLC0415  # models need the settings first
    from luoshi.ground.people.models import PostKind  # noqa: PLC0415  # as above

    from .ground import AT  # noqa: PLC0415  # as above
    from .loop import cast, holder  # noqa: PLC0415  # as above

    who = cast()
    for number in range(int(count)):
        officer = holder(f"经办{number}", who.office, PostKind.AFFAIRS_OFFICER)
        record_contact(officer, f"电话 1390000{number:04}，邮箱 p{number}@luoshi.example.cn", by=None, at=AT)
    record_contact(who.owner, "办公室 0571-5555，owner@luoshi.example.cn", by=None, at=AT)
    who.dispatched()


def _send(said: str) -> None:
    from luoshi.edge.exchange.calendars import site_calendar  # noqa: PLC0415  # models need the settings first
    from luoshi.edge.exchange.notice_policy import site_notices  # noqa: PLC0415  # as above
    from luoshi.edge.notices.actions import write_digests  # noqa: PLC0415  # as above
    from luoshi.edge.notices.sending import send  # noqa: PLC0415  # as above

    moment, policy, calendar = datetime.fromisoformat(said), site_notices(), site_calendar()
    write_digests(at=moment, policy=policy, calendar=calendar)
    done = send(clock=lambda: moment, policy=policy, calendar=calendar)
    sys.stdout.write(
        " ".join(f"{name}={done[name]}" for name in ("sent", "failed", "unclear", "doubted")) + "\n"
    )


def _state() -> None:
    from luoshi.edge.notices.models import Delivery  # noqa: PLC0415  # models need the settings first

    for each in Delivery.objects.order_by("pk"):
        sys.stdout.write(f"luoshi-{each.pk} {each.channel} {each.stage} {each.attempts}\n")


if __name__ == "__main__":
    main()
