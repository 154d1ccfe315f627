"""The columns of a workbook: what is written in a cell, and what it means."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from luoshi.core.refusals import Refusal

from .refusals import NO_CHOICE, NO_DATE, NO_NUMBER, REQUIRED, TOO_LONG

_DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))")
# Long lists of choices would bury the sentence; the template offers them all.
SHOWN_CHOICES = 12


def _text(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, the field that it fills, how text becomes a value and back.

    ``parse`` raises ``ValueError`` for what it cannot read; ``wrong`` is the sentence then.
    """

    title: str
    name: str
    required: bool = False
    limit: int = 100
    width: int = 16
    parse: Callable[[str], Any] = _text
    empty: Any = ""
    wrong: str = NO_CHOICE
    choices: Mapping[str, Any] = field(default_factory=dict)

    def value(self, text: str) -> Any:
        """Return what the text of a cell means. Raises ``Refusal``, which still lacks its cell."""
        if not text:
            if self.required:
                raise Refusal(REQUIRED, title=self.title)
            return self.empty
        if len(text) > self.limit:
            raise Refusal(TOO_LONG, title=self.title, length=str(len(text)), limit=str(self.limit))
        try:
            return self.parse(text)
        except (ValueError, KeyError):
            choices = "、".join(list(self.choices)[:SHOWN_CHOICES])
            raise Refusal(self.wrong, value=text, title=self.title, choices=choices) from None

    def text(self, value: Any) -> str:
        """Return how a value is written in a cell."""
        if value is None:
            return ""
        named = next((label for label, each in self.choices.items() if each == value), None)
        return str(value) if named is None else named


def day(text: str) -> date:
    """Return the day that is written as 2024-06-30, 2024/6/30, 2024.6.30, 2024年6月30日 or 20240630."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, *rest = (part for part in found.groups() if part)
    month, number = rest
    return date(int(year), int(month), int(number))


def dates(title: str, name: str) -> Column:
    """Return a column of days."""
    return Column(title, name, parse=day, empty=None, wrong=NO_DATE, width=14, limit=20)


def numbers(title: str, name: str) -> Column:
    """Return a column of whole numbers of at most three figures."""
    return Column(title, name, parse=_number, empty=None, wrong=NO_NUMBER, width=12)


def _number(text: str) -> int:
    if not re.fullmatch(r"\d{1,3}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


def choice(title: str, name: str, choices: Mapping[str, Any]) -> Column:
    """Return a column whose cells hold one of the labels."""
    return Column(title, name, required=True, parse=choices.__getitem__, choices=choices)
