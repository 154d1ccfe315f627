"""A deadline is a working day of the installation, and not past, whoever sets it and by whatever move."""

from datetime import date
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from luoshi.act.tasks import actions
from luoshi.act.tasks.models import Task
from luoshi.core.lifecycle import Situation
from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.calendars import site_calendar
from luoshi.ground.ledger.models import Entry
from world.ground import AT
from world.loop import cast

pytestmark = pytest.mark.django_db
SATURDAY, HOLIDAY, WORKED_SUNDAY = date(2026, 4, 11), date(2026, 5, 1), date(2026, 9, 20)
REST = [(SATURDAY, "2026-04-13"), (HOLIDAY, "2026-05-06")]
PAST = "时限 2026-02-27 早于今天 2026-03-02"


@pytest.mark.parametrize(("day", "next_day"), REST)
def test_no_move_sets_a_deadline_on_a_day_of_rest(day: date, next_day: str) -> None:
    who = cast()
    draft, accepted = who.drafted(), who.accepted()
    said = f"时限 {day} 不是工作日：请改为 {next_day}"
    entries = Entry.objects.count()
    with pytest.raises(Refusal, match=said):
        actions.dispatch(draft, by=who.issuer, at=AT, terms=Situation(deadline_on=day))
    with pytest.raises(Refusal, match=said):
        actions.ask_extension(accepted, by=who.owner, at=AT, deadline_on=day, reason="在会签")
    assert Entry.objects.count() == entries
    asked = actions.ask_extension(
        accepted, by=who.owner, at=AT, deadline_on=date(2026, 4, 10), reason="在会签"
    )
    with pytest.raises(Refusal, match=said):
        actions.grant_extension(asked, by=who.issuer, at=AT, deadline_on=day)
    assert Task.objects.get(pk=asked.pk).deadline_on == accepted.deadline_on


def test_no_move_sets_a_deadline_in_the_past() -> None:
    who = cast()
    before = date(2026, 2, 27)
    accepted = who.accepted()
    with pytest.raises(Refusal, match=PAST):
        actions.dispatch(who.drafted(), by=who.issuer, at=AT, terms=Situation(deadline_on=before))
    with pytest.raises(Refusal, match=PAST):
        actions.ask_extension(accepted, by=who.owner, at=AT, deadline_on=before, reason="在会签")
    actions.ask_extension(accepted, by=who.owner, at=AT, deadline_on=date(2026, 4, 10), reason="在会签")
    with pytest.raises(Refusal, match=PAST):
        actions.grant_extension(accepted, by=who.issuer, at=AT, deadline_on=before)


def test_a_draft_with_a_day_of_rest_from_its_document_waits_for_a_better_day() -> None:
    who = cast()
    draft = who.drafted()
    Task.objects.filter(pk=draft.pk).update(deadline_on=SATURDAY)
    with pytest.raises(Refusal, match="不是工作日"):
        actions.dispatch(draft, by=who.issuer, at=AT)
    task = actions.dispatch(draft, by=who.issuer, at=AT, terms=Situation(deadline_on=WORKED_SUNDAY))
    assert task.deadline_on == WORKED_SUNDAY


def test_the_sites_own_holidays_count(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "content" / "calendar"
    folder.mkdir(parents=True)
    (folder / "2031.toml").write_text("[[holidays]]\nname = '元旦'\nfirst = 2031-01-01\n", encoding="utf-8")
    settings.LUOSHI_HOME = tmp_path
    who = cast()
    with pytest.raises(Refusal, match="2031-01-01 不是工作日：请改为 2031-01-02"):
        actions.dispatch(who.drafted(), by=who.issuer, at=AT, terms=Situation(deadline_on=date(2031, 1, 1)))
    assert site_calendar() is site_calendar()
