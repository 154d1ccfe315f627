"""Short documents whose days are always still to come, for stories that deploy one."""

from datetime import date, timedelta


def working_day(today: date) -> date:
    """Return a tenth of March to come, or the Monday after it."""
    day = date(today.year + 1, 3, 10)
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def two_clauses(title: str, today: date) -> str:
    """Return a document of which one clause asks for something and one looks back."""
    due = working_day(today)
    return (
        f"{title}\n\n"
        f"1. 办好{title}。印发{title}办理细则，覆盖不少于5个点位。"
        f"（市数据局牵头；{due.year}年{due.month}月{due.day}日前完成）\n"
        "2. 过去一年的成绩。去年以来，各项工作取得了明显成效。\n"
    )
