"""A branch whose secretary has a published duty list to accept; run by the journeys in their installation."""

import django

# Standing alone it is a program, and nothing of Django loads before this.
django.setup()

from django.utils.timezone import localdate, now  # noqa: E402  # as above

from luoshi.plan.duties.actions import publish  # noqa: E402  # as above

from .duty_lists import branch  # noqa: E402  # as above
from .signing import let_in  # noqa: E402  # as above


def main() -> None:
    """Plant everybody, publish the list, and print the account of its holder."""
    who = branch()
    publish(who.drafted(year=localdate().year, at=now()), by=who.above, at=now())
    let_in(who.secretary)
    print(who.secretary.account)  # noqa: T201  # this is what the journey waits for


if __name__ == "__main__":
    main()
