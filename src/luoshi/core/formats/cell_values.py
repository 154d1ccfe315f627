"""What a spreadsheet shows for a stored value: dates as 2024年6月30日, whole numbers without ``.0``.

Source: ECMA-376 Part 1, 18.8.30 (built-in number formats) and 18.17.4 (dates as serial numbers).
"""

import re
from datetime import datetime, timedelta

# Built-in formats by number; 27 to 36 and 50 to 58 are the Chinese ones.
_DAY, _MONTH, _NO_YEAR, _CLOCK = "y-m-d", "y-m", "m-d", "h:mm"
BUILT_IN: dict[int, str] = {
    9: "0%", 10: "0.00%", 14: _DAY, 15: _DAY, 16: _NO_YEAR, 17: _MONTH, 18: _CLOCK, 19: _CLOCK, 20: _CLOCK,
    21: _CLOCK, 22: "y-m-d h:mm", 27: _MONTH, 28: _NO_YEAR, 29: _NO_YEAR, 30: _DAY, 31: _DAY, 32: _CLOCK,
    33: _CLOCK, 34: _CLOCK, 35: _CLOCK, 36: _MONTH, 45: _CLOCK, 46: _CLOCK, 47: _CLOCK, 50: _MONTH,
    51: _NO_YEAR, 52: _MONTH, 53: _NO_YEAR, 54: _NO_YEAR, 55: _CLOCK, 56: _CLOCK, 57: _MONTH, 58: _NO_YEAR,
}  # fmt: skip
# Serial 60 is a 29 February 1900 that never was; from March 1900 on day 0 is 30 December 1899.
# A cell holds wall-clock time, so its moments have no zone.
EPOCH, EPOCH_1904 = datetime.fromisoformat("1899-12-30"), datetime.fromisoformat("1904-01-01")
LAST_SERIAL = 2_958_466
# Literals, fillers, colours and locales; an elapsed [h] stays.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)


def shown(value: str, format_code: str, *, from_1904: bool = False) -> str:
    """The text of a stored number under a number format; the value as it stands when it is no number."""
    try:
        number = float(value)
    except ValueError:
        return value
    code = _LITERAL.sub("", format_code.partition(";")[0]).lower()
    if "general" not in code and re.search("[ymdhs]", code) and 0 <= number < LAST_SERIAL:
        return _moment(number, code, EPOCH_1904 if from_1904 else EPOCH)
    if "%" in code:
        return f"{_figure(number * 100)}%"
    return _figure(number)


def _figure(number: float) -> str:
    """At most fifteen significant figures, as spreadsheets show; never 1.0 for 1."""
    if abs(number) < 1e15 and number == int(number):
        return str(int(number))
    return f"{number:.15g}"


def _moment(number: float, code: str, epoch: datetime) -> str:
    """A serial day written with the parts that its format names; a month beside hours is a minute."""
    if "[" in code:
        minutes = round(number * 1440)
        return f"{minutes // 60}:{minutes % 60:02}"
    moment = epoch + timedelta(seconds=round(number * 86_400))
    has_clock = "h" in code or "s" in code
    has_year, has_day = "y" in code, "d" in code
    has_month = "m" in code and (has_year or has_day or not has_clock)
    day = f"{moment.year}年" if has_year else ""
    day += f"{moment.month}月" if has_month else ""
    day += f"{moment.day}日" if has_day else ""
    clock = f"{moment.hour:02}:{moment.minute:02}" if has_clock else ""
    if day and clock and number == int(number):
        return day
    return f"{day} {clock}".strip()
