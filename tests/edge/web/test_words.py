"""How far a deadline is, in working days."""

from datetime import date

import pytest

from luoshi.edge.web.words import due, left

FRIDAY, SUNDAY = date(2026, 3, 6), date(2026, 3, 8)


@pytest.mark.parametrize(
    ("on", "today", "said"),
    [
        (FRIDAY, FRIDAY, "就在今天"),
        (date(2026, 3, 9), FRIDAY, "还剩1个工作日"),
        (FRIDAY, SUNDAY, "刚过时限"),
        (FRIDAY, date(2026, 3, 10), "已过2个工作日"),
    ],
)
def test_rest_days_do_not_count(on: date, today: date, said: str) -> None:
    assert left(on, today) == said


def test_a_deadline_is_said_with_its_weekday() -> None:
    assert due(FRIDAY, date(2026, 3, 5)) == "3月6日 周五 · 还剩1个工作日"
