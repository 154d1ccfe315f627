"""The deadlines of steps are those of the rules: one place says how soon, and no rule is forgotten."""

from datetime import date

import pytest

from luoshi.act.membership.limits import limits
from luoshi.act.membership.steps import ASKED, EXTENSION_MONTHS, StepKind
from luoshi.core.rules import Count, Deadline
from luoshi.edge.exchange.regulations import packs

BEGAN = date(2026, 6, 10)
# What the regulation asks that no recorded step answers: the notice before the decision, a transfer put off.
BESIDE = {"FZ-05-2", "FZ-16"}


def test_every_rule_about_admissions_asks_for_a_step_or_is_known_to_ask_for_none() -> None:
    [pack] = [each for each in packs() if each.name == "admissions.toml"]
    assert {rule.id for rule in pack.rules} == set(ASKED) | BESIDE


@pytest.mark.parametrize("code", ASKED)
def test_each_limit_is_as_long_as_its_rule_says(code: str) -> None:
    after, due = ASKED[code]
    limit = limits().between(after, due, BEGAN)
    assert limit is not None
    assert limit.rule.id == code
    assert limit.binding
    measure = limit.rule.measure
    if isinstance(measure, Count):
        assert (limit.day(BEGAN), limit.each) == (date(2026, 12, 10), True)
    else:
        assert isinstance(measure, Deadline)
        assert limit.measure is measure


def test_before_the_text_was_in_force_a_limit_only_guides() -> None:
    limit = limits().between(StepKind.APPLIED, StepKind.TALKED, date(2026, 5, 10))
    assert limit is not None
    assert not limit.binding
    assert limit.day(date(2026, 5, 10)) == date(2026, 6, 10)


def test_a_month_later_is_the_same_day_or_the_last_and_an_extension_comes_on_top() -> None:
    limit = limits().between(StepKind.VOTED, StepKind.FULL_VOTED, BEGAN)
    assert limit is not None
    assert limit.day(date(2027, 2, 28)) == date(2028, 2, 28)
    assert EXTENSION_MONTHS == 12
    assert limit.day(date(2027, 2, 28), extended=True) == date(2029, 2, 28)
