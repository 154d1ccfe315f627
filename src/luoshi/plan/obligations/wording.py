"""A local rule as a file of rules writes it, from what somebody chose in a form; with its worked examples."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from luoshi.core.periods import Period, period_of
from luoshi.core.rules import KIND_LABELS

Per = Literal["month", "quarter", "half_year", "year"]
PERS: dict[Per, str] = {"month": "每月", "quarter": "每季度", "half_year": "每半年", "year": "每年"}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for a local rule 规定要点: how often what, for whom, from when, on what basis."""

    what: str
    per: Per
    at_least: int
    binds: tuple[str, ...]
    since: date
    basis: str
    article: str = "全文"
    full_members: int = 0
    raises: str = ""

    @property
    def title(self) -> str:
        """What the rule is called."""
        return f"{KIND_LABELS[self.what]}（{PERS[self.per]}{self.at_least}次）"


def written(choice: Choice) -> str:
    """Return the text of the rule, with an example for each side of its first day and one for a miss."""
    governed = _first_whole(choice)
    before = period_of(choice.per, governed.first - ONE_DAY)
    following = period_of(choice.per, governed.last + ONE_DAY)
    lines = [
        *(f"title = {_text(choice.title)}", 'scope = "local"', ""),
        *("[document]", f"name = {_text(choice.basis)}", f'text_version = "{choice.since.year}"'),
        *(f"verified_on = {choice.since}", "", "[[rules]]", 'id = "1"', f"title = {_text(choice.title)}"),
        *(f"sentence = {_text(_sentence(choice))}", f"article = {_text(choice.article)}"),
        *('status = "ok"', 'modality = "must"'),
        f"binds = [{', '.join(map(_text, choice.binds))}]",
        *([f"when = {_text(f'full_members >= {choice.full_members}')}"] if choice.full_members else []),
        *([f"raises = {_text(choice.raises)}"] if choice.raises else []),
        f"valid_from = {choice.since}",
        *(f"what = {_text(choice.what)}", f'per = "{choice.per}"', f"at_least = {choice.at_least}"),
        *_case(choice, "生效以前开始的一期不计", following.first, [], {before.key: "none"}),
        *_case(
            choice,
            "开够次数就是已落实",
            following.first,
            [governed.first + ONE_DAY * each for each in range(choice.at_least)],
            {governed.key: "met"},
        ),
        *_case(choice, "过了期没有开就是未落实", following.first, [], {governed.key: "missed"}),
    ]
    return "\n".join(lines) + "\n"


def _first_whole(choice: Choice) -> Period:
    """Return the first period that begins no earlier than the rule."""
    period = period_of(choice.per, choice.since)
    return period if period.first == choice.since else period_of(choice.per, period.last + ONE_DAY)


def _sentence(choice: Choice) -> str:
    whom = f"正式党员 {choice.full_members} 人以上的组织" if choice.full_members else "所列组织"
    return f"{whom}{PERS[choice.per]}至少{choice.at_least}次{KIND_LABELS[choice.what]}。"


def _case(choice: Choice, name: str, today: date, held: list[date], expect: dict[str, str]) -> list[str]:
    facts = [f"facts = {{ full_members = {choice.full_members} }}"] if choice.full_members else []
    said = ", ".join(f'"{key}" = "{status}"' for key, status in expect.items())
    return [
        *("", "[[rules.cases]]", f"name = {_text(name)}", f"today = {today}", *facts),
        f"held = [{', '.join(map(str, held))}]",
        f"expect = {{ {said} }}",
    ]


def _text(words: str) -> str:
    """Return the words as a text of TOML, whose escapes are those of JSON; one character more must be escaped."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
