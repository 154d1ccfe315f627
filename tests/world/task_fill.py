"""A program that fills a database with tasks under way: ``python -m world.task_fill COUNT DAY``.

Their deadlines lie on 100 working days around that day, 30 of them past; seven in ten are accepted, and six
in ten of these have told their progress; the others are dispatched or reported. No light is lit yet. Each has
the entry of its draft in the ledger, so that the ledger is as large as it would be.
"""

import sys
from datetime import UTC, date, datetime

import django

DRAFTED_AT = datetime(2026, 3, 2, 1, tzinfo=UTC)
BATCH = 20_000
PAST, DAYS = 30, 100

# Remainders of the number's quotients are independent of each other, so every mixture occurs.
FILL = """
INSERT INTO tasks_task (
    id, title, text, origin, origin_reference, issuer_id, owner_id, opened_at, moved_at, state, light, standard,
    deadline_on, original_deadline_on, dispatched_on, reported_on, evidence_named, evidence, reporters, rungs,
    progress, blocked, looked_back, answered, parts, urges, returns, extensions, transfers, relapses
)
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %s)
SELECT n, '印发办法', '印发办法', 'docket', '', %s, %s, %s, %s,
    CASE WHEN n / 100 %% 20 < 14 THEN 'accepted' WHEN n / 100 %% 20 < 17 THEN 'dispatched' ELSE 'reported' END,
    '', '办法印发并报备', due.day, due.day, sent.day,
    CASE WHEN n / 100 %% 20 >= 17 THEN reported.day END, '[]', '[]', '[]', '[]',
    CASE WHEN n / 100 %% 20 < 14 AND n / 2000 %% 10 < 6 THEN n / 20000 %% 21 * 5 END,
    {no}, {no}, {no}, 0, 0, 0, 0, 0, 0
FROM numbers
JOIN fill_days due ON due.number = n %% 100
JOIN fill_days sent ON sent.number = due.number - 20 - n / 100 %% 50
JOIN fill_days reported ON reported.number = sent.number + 15
"""


def main() -> None:
    """Fill."""
    django.setup()
    from django.db import connection  # noqa: PLC0415  # settings first

    from luoshi.edge.exchange.calendars import site_calendar  # noqa: PLC0415  # as above
    from world.loop import cast  # noqa: PLC0415  # as above

    count, day = int(sys.argv[1]), date.fromisoformat(sys.argv[2])
    who, calendar = cast(), site_calendar()
    days = [(number, calendar.add_workdays(day, number - PAST)) for number in range(-70, DAYS)]
    no = "false" if connection.vendor == "postgresql" else "0"
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE fill_days (number integer PRIMARY KEY, day date)")
        cursor.executemany("INSERT INTO fill_days VALUES (%s, %s)", days)
        at = connection.ops.adapt_datetimefield_value(DRAFTED_AT)
        cursor.execute(FILL.format(no=no), (count, who.committee.pk, who.office.pk, at, at))
    _tell(count)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _tell(count: int) -> None:
    """Write the entry of each draft."""
    from django.db import transaction  # noqa: PLC0415  # settings first

    from luoshi.ground.ledger.actions import Act, append_all  # noqa: PLC0415  # as above

    facts = {"title": "印发办法", "origin": "docket", "standard": "办法印发并报备"}
    for start in range(1, count + 1, BATCH):
        numbers = range(start, min(start + BATCH, count + 1))
        with transaction.atomic():
            append_all([Act(f"task:{n}", "task.drafted", 5, DRAFTED_AT, facts) for n in numbers])


if __name__ == "__main__":
    main()
