"""The page of one's own digests: what is new, only what one may see, and the count on top of every page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.act.tasks import actions
from luoshi.ground.people.actions import vacate
from luoshi.ground.people.models import Holding
from world.ground import AT
from world.letters import seen, texts
from world.loop import cast
from world.mornings import TUESDAY, write
from world.signing import client_of

pytestmark = pytest.mark.django_db


def test_what_is_new_stands_under_its_day_and_its_kind() -> None:
    who = cast()
    actions.dispatch(who.drafted("印发<b>办法</b>"), by=who.issuer, at=AT)
    write()
    client = client_of(who.owner)
    page = seen(client.get("/notices/"))
    assert texts(page, ".digest h3") == ["新交办，请签收 1 件"]
    assert texts(page, ".digest .title") == ["印发<b>办法</b>"]
    [title] = page.cssselect(".digest .title")
    assert client.get(str(title.get("href"))).status_code == 200
    assert "市数据局政务处" in texts(page, ".digest li")[0]
    assert texts(page, ".bell") == ["通知 1 份未看"]


def test_reading_all_silences_the_bell_without_a_script() -> None:
    who = cast()
    who.dispatched()
    write()
    client = client_of(who.owner)
    answer = client.post("/notices/reading", follow=True)
    assert answer.redirect_chain == [("/notices/", 302)]
    assert texts(seen(answer), ".bell") == ["通知"]
    assert texts(seen(answer), "form[action='/notices/reading']") == []


def test_nobody_reads_another_ones_digest() -> None:
    who = cast()
    who.dispatched()
    write()
    page = seen(client_of(who.issuer).get("/notices/"))
    assert texts(page, ".digest") == []
    assert "还没有通知" in page.text_content()


def test_whoever_left_a_post_no_longer_sees_the_titles() -> None:
    who = cast()
    who.dispatched()
    write()
    vacate(
        Holding.objects.get(person=who.owner).post,
        person=who.owner,
        until_on=TUESDAY.date(),
        by=None,
        at=TUESDAY,
    )
    page = seen(client_of(who.owner).get("/notices/"))
    assert texts(page, ".digest h3") == ["新交办，请签收 1 件"]
    assert "印发办法" not in page.text_content()


def test_more_news_costs_no_more_queries() -> None:
    who = cast()
    client = client_of(who.owner)
    counts = []
    for batch in (1, 12):
        for _task in range(batch):
            who.dispatched()
        write(TUESDAY.replace(day=2 + batch % 11))
        client.get("/notices/")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get("/notices/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("said", ["yesterday", "2026-13-01"])
def test_a_day_that_is_none_is_not_found(said: str) -> None:
    assert client_of(cast().owner).get(f"/notices/?before={said}").status_code == 404
