"""A program that moves tasks: ``python -m world.task_mover plant|race|wander|audit|lengths|rungs …``.

``plant COUNT`` makes the cast and that many dispatched tasks and prints their numbers. ``race TASK…``
accepts each and prints ``won`` or the refusal. ``wander SEED COUNT TASK…`` makes any moves and prints
``chain sequence`` for each that was acknowledged. ``audit`` prints every chain whose story is not what
is stored, ``lengths`` every chain with its number of entries, ``rungs`` every notice given. ``race`` and ``wander`` wait for a line on
standard input, so that several begin together.
"""

import sys
from datetime import UTC, datetime
from random import Random

import django


def main() -> None:
    """Do what the first argument says with the others."""
    django.setup()
    from world import task_moves  # noqa: PLC0415  # models need the settings first

    what, *arguments = sys.argv[1:]
    if what in ("race", "wander"):
        _say("ready")
        sys.stdin.readline()
    lines = {
        "plant": lambda: task_moves.plant(int(arguments[0])),
        "race": lambda: task_moves.race(list(map(int, arguments)), datetime.now(UTC)),
        "wander": lambda: task_moves.wander(
            Random(arguments[0]),  # noqa: S311  # no secret, a test
            int(arguments[1]),
            list(map(int, arguments[2:])),
        ),
        "audit": task_moves.audit,
        "lengths": task_moves.lengths,
        "rungs": task_moves.rungs,
    }[what]()
    for line in lines:
        _say(line)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
