"""A calendar feed: opened once, read by whoever knows the address, ended for good."""

import re
from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.utils.timezone import localdate, now
from icalendar import Calendar

from luoshi.act.activities.actions import record
from luoshi.act.tasks.actions import dispatch, draft
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.core.lifecycle import Situation
from luoshi.edge.exchange.calendars import site_calendar
from luoshi.edge.feeds.models import Feed
from luoshi.ground.accounts.actions import close_account
from luoshi.ground.accounts.queries import by_username
from luoshi.ground.ledger.models import Entry
from luoshi.plan.duties.actions import accept, publish
from world.duty_lists import branch as listed_branch
from world.ground import AT
from world.loop import PROOF, Cast, cast
from world.meetings import branch as met_branch
from world.signing import client_of

pytestmark = pytest.mark.django_db
TITLE = "印发<办法>；报备"


def _due() -> date:
    return site_calendar().add_workdays(localdate(), 15)


def _with_task() -> tuple[Cast, Client]:
    who, due = cast(), _due()
    terms = Situation(standard="印发", deadline_on=due, evidence_named=frozenset({PROOF.kind}))
    proposal = Proposal(TITLE, TITLE, Origin.DOCKET, who.committee, owner=who.office, terms=terms)
    dispatch(draft(proposal, by=who.issuer, at=AT), by=who.issuer, at=AT)
    return who, client_of(who.owner)


def _opened(client: Client, *, titles: bool) -> str:
    answer = client.post("/account/calendars/", {"titles": "on"} if titles else {})
    found = re.search(r"/calendars/[\w-]+\.ics", answer.content.decode())
    assert found is not None
    return found[0]


def test_an_address_is_shown_once_and_only_its_digest_is_kept() -> None:
    _who, client = _with_task()
    address = _opened(client, titles=False)
    secret = address.removeprefix("/calendars/").removesuffix(".ics")
    assert secret not in client.get("/account/calendars/").content.decode()
    assert secret not in "".join(str(row) for row in Feed.objects.values_list())
    assert secret not in "".join(Entry.objects.values_list("facts_text", flat=True))


def test_a_calendar_program_reads_it_without_signing_in() -> None:
    _who, client = _with_task()
    answer = Client().get(_opened(client, titles=True))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/calendar")
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert TITLE in str(event["summary"])
    assert event.decoded("dtstart") == _due()


def test_titles_stay_in_the_house_unless_its_owner_says_otherwise() -> None:
    _who, client = _with_task()
    content = Client().get(_opened(client, titles=False)).content.decode()
    assert "办法" not in content
    assert "1 件任务或职责到时限" in content


def test_a_revoked_address_answers_like_one_that_never_was() -> None:
    who, client = _with_task()
    address = _opened(client, titles=False)
    number = Feed.objects.get(person=who.owner).pk
    assert client_of(who.stranger).post(f"/account/calendars/{number}/revocation").status_code == 404
    assert Client().get(address).status_code == 200
    client.post(f"/account/calendars/{number}/revocation")
    assert Client().get(address).status_code == Client().get("/calendars/nothing.ics").status_code == 404


def test_it_ends_with_the_account() -> None:
    who, client = _with_task()
    address = _opened(client, titles=False)
    account = by_username(who.owner.account)
    assert account is not None
    close_account(account, by=None, at=AT)
    assert Client().get(address).status_code == 404


def test_nobody_opens_a_sixth() -> None:
    _who, client = _with_task()
    for _each in range(5):
        _opened(client, titles=False)
    answer = client.post("/account/calendars/", {})
    assert answer.status_code == 422
    assert "最多 5 个" in answer.content.decode()


def test_it_holds_what_is_owed_and_duties_by_the_day_on_which_they_are_due() -> None:
    who = listed_branch()
    accept(
        publish(who.drafted(year=localdate().year, at=now()), by=who.above, at=now()),
        by=who.secretary,
        at=now(),
    )
    content = Client().get(_opened(client_of(who.secretary), titles=True)).content
    events = Calendar.from_ical(content).walk("VEVENT")
    owed = [each for each in events if str(each["uid"]).startswith("owed-")]
    assert f"主题党日（{who.branch.name}）" in {str(each["summary"]) for each in owed}
    assert {each.decoded("dtstart") >= localdate() for each in owed} == {True}
    assert [each for each in events if str(each["uid"]).startswith("duty-")]
    assert {str(each["url"]) for each in owed} == {f"http://testserver/duties/obligations/{who.branch.pk}/"}


def test_nothing_of_a_talk_stands_in_it() -> None:
    who = met_branch()
    record(who.talk(who.secretary, who.others[0], minutes="女儿要高考想少出差"), by=who.secretary, at=AT)
    content = Client().get(_opened(client_of(who.secretary), titles=True)).content.decode()
    assert "VEVENT" in content
    for word in ("近期思想", "高考", who.others[0].name):
        assert word not in content


def test_every_source_is_there() -> None:
    assert "luoshi.edge.feeds.sources.tasks" in settings.LUOSHI_DATED
