"""What the city lays down for itself, and what its organizations declared and reported."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from luoshi.plan.obligations.actions import declare, draft_rule, fulfil, publish, try_out
from luoshi.plan.obligations.wording import Choice, written

from .content import Page, text
from .tales import place

if TYPE_CHECKING:
    from .diary import Diary
    from .parts import Company

CHOSEN = ("what", "per", "at_least", "basis")


def lay_down(diary: Diary, company: Company) -> None:
    """Write down the city's own rules, declared facts and reports."""
    page = tomllib.loads(text("rules.toml"))
    days = diary.days
    for each in page["rule"]:
        since = days.day(each.get("since", each["on"]))
        diary.story().then(each["on"], partial(_rule, each, company, since))
    for each in page["fact"]:
        diary.story().then(each["on"], partial(_fact, each, company))
    for each in page["fulfilment"]:
        diary.story().then(each["on"], partial(_fulfilment, each, company))


def _rule(said: Page, company: Company, since: date, at: datetime) -> None:
    by = company.holder(said["by"])
    choice = Choice(
        **{name: said[name] for name in CHOSEN}, binds=tuple(said["binds"]), since=since.replace(day=1)
    )
    version = draft_rule(place(said["organization"]), written(choice), by=by, at=at)
    try_out(version, by=by, at=at)
    if said["state"] == "published":
        publish(version, since=since, by=by, at=at)


def _fact(said: Page, company: Company, at: datetime) -> None:
    by = company.holder(said["by"])
    declare(place(said["organization"]), said["name"], said["value"], by=by.pk, at=at)


def _fulfilment(said: Page, company: Company, at: datetime) -> None:
    by = company.holder(said["by"])
    fulfil(
        place(said["organization"]), said["kind"], made_on=localdate(at), note=said["note"], by=by.pk, at=at
    )
