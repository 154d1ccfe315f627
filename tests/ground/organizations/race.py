"""One of two processes that move organizations at the same time; started by ``test_races``.

It moves ``a`` below ``b``, or ``b`` below ``a``, over and over, and prints how often it was let.
"""

import sys
from contextlib import suppress
from datetime import UTC, datetime

import django

django.setup()

from luoshi.core.refusals import Refusal  # noqa: E402  # Django has to be set up first
from luoshi.ground.organizations.actions import move  # noqa: E402  # as above
from luoshi.ground.organizations.models import Organization  # noqa: E402  # as above

ROUNDS = 40
AT = datetime(2026, 3, 2, tzinfo=UTC)


def main(subject: str, under: str) -> int:
    """Return how many moves were let; every other one was refused with a sentence."""
    done = 0
    for round_ in range(ROUNDS):
        organization = Organization.objects.get(code=subject)
        target = Organization.objects.get(code=under if round_ % 2 == 0 else "root")
        with suppress(Refusal):
            move(organization, under=target, by=None, at=AT)
            done += 1
    return done


if __name__ == "__main__":
    sys.stdout.write(str(main(*sys.argv[1:])))
