"""A program that signs people in: ``python -m world.sessions ACCOUNT…`` prints the session of each."""

import sys

import django


def main() -> None:
    """Open their accounts and sign them in."""
    django.setup()
    from luoshi.ground.people.queries import by_account  # noqa: PLC0415  # settings first
    from world.signing import client_of  # noqa: PLC0415  # as above

    people = by_account(sys.argv[1:])
    for account in sys.argv[1:]:
        client = client_of(people[account])
        sys.stdout.write(f"{client.cookies['luoshi-session'].value}\n")


if __name__ == "__main__":
    main()
