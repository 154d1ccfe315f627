"""Duty lists on pages: drafted, adapted, published, accepted; what is missing is counted as it is listed."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now

from luoshi.edge.exchange.handovers import pack
from luoshi.ground.people.actions import assume, vacate
from luoshi.ground.people.models import PostKind
from luoshi.plan.duties.actions import accept, open_due, publish
from luoshi.plan.duties.models import DutyList
from world.counting import queries_of
from world.duty_lists import Branch, branch, seated
from world.ground import AT, TODAY, post, somebody
from world.signing import client_of

pytestmark = pytest.mark.django_db


def _in_june() -> datetime:
    """Return a morning on which something is due, whatever day it is now."""
    return datetime(localdate().year, 6, 3, 1, 0, tzinfo=UTC)


def _published(who: Branch) -> DutyList:
    """Publish a list of this year, which is the year of the pages."""
    return publish(who.drafted(year=localdate().year, at=now()), by=who.above, at=now())


def _page(client: Client, name: str, **parts: object) -> str:
    return client.get(reverse(name, kwargs=parts or None)).content.decode()


def test_a_keeper_drafts_adapts_and_publishes_by_forms() -> None:
    who = branch()
    client = client_of(who.above)
    answer = client.post(reverse("new_duty_list", kwargs={"number": who.seat.pk}), follow=True)
    assert "草稿，还没有发布" in answer.content.decode()
    [drafted] = DutyList.objects.all()
    item = {"number": drafted.pk, "key": "party_day"}
    refused = client.post(reverse("duty_item_removal", kwargs=item), {"why": ""})
    assert refused.status_code == 422
    assert "去掉“主题党日”须写明理由" in refused.content.decode()
    client.post(reverse("duty_item_removal", kwargs=item), {"why": "并入<党员>大会"})
    shown = _page(client, "duty_list", number=drafted.pk)
    assert "并入&lt;党员&gt;大会" in shown
    typed = {
        "title": "走访群众",
        "what": "走访群众，听取意见。",
        "how": "每季度一次。",
        "area": "members",
        "frequency": "month",
        "month": "3",
        "overseer": "own",
    }
    adding = reverse("new_duty_item", kwargs={"number": drafted.pk})
    refused = client.post(adding, typed)
    assert refused.status_code == 422
    assert "走访群众，听取意见。" in refused.content.decode()
    client.post(adding, {**typed, "month": "0"})
    published = client.post(
        reverse("duty_list_publication", kwargs={"number": drafted.pk}), follow=True
    ).content.decode()
    assert "已发布，等乙书记签收。" in published
    assert "走访群众" in published
    assert 'href="/duties/lists/1/items/' not in published


def test_a_second_draft_leads_to_the_first() -> None:
    who = branch()
    client = client_of(who.above)
    address = reverse("new_duty_list", kwargs={"number": who.seat.pk})
    first, second = client.post(address), client.post(address)
    assert first.headers["Location"] == second.headers["Location"]
    assert DutyList.objects.count() == 1


def test_a_holder_finds_the_list_on_the_desk_and_accepts_it_there() -> None:
    who = branch()
    made, client = _published(who), client_of(who.secretary)
    assert f'href="/duties/lists/{made.pk}/"' in _page(client, "home")
    assert "签收</button>" in _page(client, "duty_list", number=made.pk)
    address = reverse("duty_list_acceptance", kwargs={"number": made.pk})
    said = client.post(address, follow=True).content.decode()
    assert "已签收。到期的职责会出现在您的待办里。" in said
    assert "签收</button>" not in said
    again = client.post(address, follow=True).content.decode()
    assert "不用再签收" in again
    assert f'href="/duties/lists/{made.pk}/"' not in _page(client, "home")


def test_nobody_else_is_offered_to_accept() -> None:
    who = branch()
    made, client = _published(who), client_of(who.above)
    assert "签收</button>" not in _page(client, "duty_list", number=made.pk)
    said = client.post(reverse("duty_list_acceptance", kwargs={"number": made.pk}), follow=True)
    assert "由现任签收" in said.content.decode()
    assert made.acceptances.count() == 0


def test_each_duty_shows_its_chain_and_its_basis() -> None:
    who = branch()
    made = _published(who)
    accept(made, by=who.secretary, at=now())
    open_due(by=None, at=_in_june())
    shown = _page(client_of(who.above), "duty_list", number=made.pk)
    for step in ("分派", "履行", "评价", "监督"):
        assert shown.count(f"<b>{step}</b>") == made.items.count()
    assert "依据：《中国共产党支部工作条例（试行）》第十二条（2018年）" in shown
    assert "待核" in shown
    assert "6月</a>" in shown


def test_the_page_of_a_list_costs_the_same_however_much_was_done() -> None:
    who = branch()
    made = _published(who)
    client = client_of(who.above)

    address = reverse("duty_list", kwargs={"number": made.pk})
    open_due(by=None, at=_in_june())
    before = queries_of(client, address)
    for month in range(1, 13):
        open_due(by=None, at=_in_june().replace(month=month))
    assert queries_of(client, address) == before


def test_every_figure_counts_what_its_list_lists() -> None:
    who = branch()
    _published(who)
    empty = post(who.branch, PostKind.PUBLICITY_MEMBER)
    client = client_of(who.above)
    shown = _page(client, "duties")
    for what in ("unlisted", "vacant", "unaccepted"):
        [figure] = re.findall(rf"lacking={what}&amp;year=\d+\">(\d+)<", shown)
        listed = client.get(reverse("duty_posts"), {"lacking": what}).content.decode()
        assert listed.count("<tr>") - 1 == int(figure)
        assert f"{figure} 个" in listed
    assert empty.title in client.get(reverse("duty_posts"), {"lacking": "vacant"}).content.decode()
    assert client.get(reverse("duty_posts"), {"lacking": "nothing"}).status_code == 404


def test_the_matrix_sets_posts_against_areas() -> None:
    who = branch()
    made, client = _published(who), client_of(who.above)
    shown = _page(client, "duty_matrix")
    assert f'href="/duties/lists/{made.pk}/#committee_meeting"' in shown
    assert "1 个岗位有清单" in shown
    assert "2 个岗位没有清单" in shown
    refused = client.get(reverse("duty_matrix"), {"organization": "没有这个组织"})
    assert refused.status_code == 422
    assert "没有找到“没有这个组织”" in refused.content.decode()


def test_what_passes_on_with_the_post_is_in_its_pack_and_the_heir_accepts_anew() -> None:
    who = branch()
    made = _published(who)
    accept(made, by=who.secretary, at=now())
    open_due(by=None, at=_in_june())
    parts = {each.part for each in pack(who.seat, localdate())}
    assert {"责任清单", "在办任务"} <= parts
    [meeting] = [each for each in pack(who.seat, _in_june().date()) if each.what == "召开支委会"]
    assert meeting.state == "每月"
    assert meeting.due_on is not None
    assert (meeting.due_on.month, meeting.due_on.weekday() < 5) == (6, True)
    vacate(who.seat, person=who.secretary, until_on=TODAY, by=None, at=AT)
    heir = somebody("己书记")
    assume(who.seat, person=heir, from_on=localdate(), by=None, at=now())
    desk = _page(client_of(heir), "home")
    assert f'href="/duties/lists/{made.pk}/"' in desk
    assert "召开支委会" in desk


def test_a_correction_says_what_it_corrects_and_the_old_version_says_so() -> None:
    who = branch()
    first, client = _published(who), client_of(who.above)
    client.post(reverse("new_duty_list", kwargs={"number": who.seat.pk}))
    second = DutyList.objects.get(version=2)
    address = reverse("duty_list_publication", kwargs={"number": second.pk})
    refused = client.post(address, {"why": ""})
    assert refused.status_code == 422
    assert "须写明为什么" in refused.content.decode()
    client.post(address, {"why": "去掉重复的"})
    assert "更正：去掉重复的" in _page(client, "duty_list", number=second.pk)
    old = _page(client, "duty_list", number=first.pk)
    assert "已由新版代替" in old
    assert f'href="/duties/lists/{second.pk}/"' in old


def test_who_only_reads_is_offered_nothing_to_change() -> None:
    who = branch()
    drafted = who.drafted(year=localdate().year, at=now())
    reader, _seat = seated("庚副书记", who.committee, PostKind.DEPUTY)
    shown = _page(client_of(reader), "duty_list", number=drafted.pk)
    assert "由书记或第一责任人发布" in shown
    for word in ("加一条职责", "调整</a>", "去掉</a>", ">发布</a>"):
        assert word not in shown
