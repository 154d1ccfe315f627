"""A committee with branches that held little, and an officer who may make rules; run by a journey in its installation."""

import django

# Standing alone it is a program, and nothing of Django loads before this.
django.setup()

from datetime import timedelta  # noqa: E402  # as above

from django.utils.timezone import localdate  # noqa: E402  # as above

from .branches import committee, reported  # noqa: E402  # as above
from .signing import let_in  # noqa: E402  # as above


def main() -> None:
    """Plant everybody, let one branch report twice in the year, and print the officer's account."""
    who = committee(branches=3, members=4)
    today = localdate()
    reported(who.branches[0], today - timedelta(days=100), today - timedelta(days=300))
    let_in(who.officer)
    print(who.officer.account)  # noqa: T201  # this is what the journey waits for


if __name__ == "__main__":
    main()
