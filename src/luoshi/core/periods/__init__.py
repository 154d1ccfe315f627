"""Working days of mainland China, and the periods in which something is owed.

>>> from datetime import date
>>> from luoshi.core.periods import WorkCalendar, period_of
>>> WorkCalendar().add_workdays(date(2026, 6, 26), 1)
datetime.date(2026, 6, 29)
>>> period_of("quarter", date(2026, 6, 26)).key
'2026-Q2'
"""

from luoshi.core.periods.calendar import WorkCalendar, YearPlan
from luoshi.core.periods.plan import checked
from luoshi.core.periods.spans import Period, PeriodKind, period_of, periods_between, term_of

__all__ = [
    "Period",
    "PeriodKind",
    "WorkCalendar",
    "YearPlan",
    "checked",
    "period_of",
    "periods_between",
    "term_of",
]
