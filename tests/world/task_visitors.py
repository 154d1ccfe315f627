"""A program that fills a city and lets somebody in to his tasks: ``python -m world.task_visitors TASKS OWN``.

It prints, as one line of JSON, the session and token of a signed-in owner, and the numbers of his own tasks,
accepted and each with three entries.
"""

import json
import sys

import django


def main() -> None:
    """Fill, let in, print."""
    django.setup()
    from django.db import connection, transaction  # noqa: PLC0415  # settings first
    from django.middleware.csrf import _get_new_csrf_string  # noqa: PLC0415  # as above
    from django.utils.timezone import localdate  # noqa: PLC0415  # as above

    from luoshi.edge.demo.scale.filling import EXTENTS, fill  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.calendars import site_calendar  # noqa: PLC0415  # as above
    from world.loop import cast  # noqa: PLC0415  # as above
    from world.signing import client_of  # noqa: PLC0415  # as above

    count, own = int(sys.argv[1]), int(sys.argv[2])
    extent = EXTENTS["city"]
    assert extent.tasks == count
    fill(extent, calendar=site_calendar(), today=localdate(), advance=lambda _tasks: None)
    who = cast("访客")
    with transaction.atomic():
        tasks = [who.accepted().pk for _task in range(own)]
    session = client_of(who.owner).cookies["luoshi-session"].value
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(json.dumps({"session": session, "token": _get_new_csrf_string(), "tasks": tasks}))  # noqa: T201  # as the caller asks


if __name__ == "__main__":
    main()
