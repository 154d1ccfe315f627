"""Whoever keeps an organization changes it on its pages; what a rule refuses comes back as it was typed."""

import pytest
from django.test import Client

from luoshi.ground.ledger.queries import story
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.organizations.queries import by_code, parent_of
from luoshi.ground.people.models import Standing
from luoshi.ground.people.queries import by_account, posts_of
from luoshi.ground.people.staff import seats
from world.ground import TODAY, plant, post, somebody
from world.loop import Cast, cast
from world.signing import client_of

pytestmark = pytest.mark.django_db
CHARTER = {"name": "第一党支部", "short_name": "", "code": "z1", "kind": "branch", "term_years": "3"}


@pytest.fixture
def who() -> Cast:
    return cast()


@pytest.fixture
def client(who: Cast) -> Client:
    return client_of(who.issuer)


def test_founds_below_and_says_what_comes_next(who: Cast, client: Client) -> None:
    answer = client.post(f"/organizations/{who.committee.pk}/foundation/", CHARTER, follow=True)
    founded = by_code(["z1"])["z1"]
    assert parent_of(founded) == who.committee
    assert "已设立“第一党支部”，上级为“市数据局”" in answer.text
    assert [(entry.verb, entry.by) for entry in story(founded.chain)] == [
        ("organization.founded", who.issuer.pk)
    ]


def test_a_refusal_stands_beside_its_field_and_nothing_typed_is_lost(who: Cast, client: Client) -> None:
    taken = {**CHARTER, "code": who.office.code, "name": "<b>打错的名字"}
    answer = client.post(f"/organizations/{who.committee.pk}/foundation/", taken)
    assert answer.status_code == 422
    assert 'id="id_code-refusal"' in answer.text
    assert 'value="&lt;b&gt;打错的名字"' in answer.text


def test_a_name_of_ten_thousand_characters_is_refused_in_one_sentence(who: Cast, client: Client) -> None:
    answer = client.post(f"/organizations/{who.committee.pk}/foundation/", {**CHARTER, "name": "长" * 10_000})
    assert answer.status_code == 422
    assert "“名称”有 10000 个字，超过 100 个字的上限：请缩短。" in answer.text


def test_another_name_alone_is_a_renaming(who: Cast, client: Client) -> None:
    page = f"/organizations/{who.office.pk}/charter/"
    client.post(page, {"name": "政务服务处", "code": who.office.code, "kind": "office"})
    client.post(page, {"name": "政务服务处", "code": "zwc", "kind": "office"})
    assert [entry.verb for entry in story(who.office.chain)][1:] == [
        "organization.renamed",
        "organization.amended",
    ]


def test_moves_merges_and_dissolves_what_is_below(who: Cast, client: Client) -> None:
    first, second = plant("一支部", who.committee), plant("二支部", who.committee)
    third = plant("三支部", who.committee)
    client.post(f"/organizations/{first.pk}/move/", {"under": "市数据局政务处"})
    client.post(f"/organizations/{second.pk}/merger/", {"into": "一支部（一支部）"})
    client.post(f"/organizations/{third.pk}/dissolution/", {})
    assert parent_of(Organization.objects.get(pk=first.pk)) == who.office
    ended = Organization.objects.filter(pk__in=[second.pk, third.pk])
    assert all(each.dissolved_on for each in ended)


def test_nothing_goes_where_the_viewer_does_not_keep(who: Cast, client: Client) -> None:
    branch = plant("一支部", who.committee)
    answer = client.post(f"/organizations/{branch.pk}/move/", {"under": "市民政局"})
    assert answer.status_code == 422
    assert "您的范围内没有找到“市民政局”" in answer.text


def test_a_dissolution_that_must_wait_says_why(who: Cast, client: Client) -> None:
    answer = client.post(f"/organizations/{who.office.pk}/dissolution/", {})
    assert answer.status_code == 422
    assert "还设有 1 个岗位" in answer.text


def test_registers_a_member_and_a_colleague_without_membership(who: Cast, client: Client) -> None:
    branch = plant("一支部", who.committee)
    seat = post(branch)
    page = f"/organizations/{branch.pk}/registration/"
    client.post(page, {"name": "张三", "account": "zhang", "standing": "full", "post": str(seat.pk)})
    people = by_account(["zhang"])
    assert people["zhang"].home == branch
    assert people["zhang"].standing == Standing.FULL
    assert posts_of(people["zhang"], TODAY.replace(year=2099)) == [seat]
    nowhere = client.post(page, {"name": "李四", "account": "li", "standing": "none", "post": ""})
    assert nowhere.status_code == 422
    assert 'id="id_post-refusal"' in nowhere.text
    assert by_account(["li"]) == {}


def test_a_post_is_created_assumed_left_and_abolished(who: Cast, client: Client) -> None:
    newcomer = somebody("赵六", plant("一支部", who.committee))
    client.post(f"/organizations/{who.office.pk}/posts/", {"title": "副处长", "kind": "deputy"})
    [created] = [each for each, holders in seats(who.office, TODAY) if not holders]
    assume = {"person": newcomer.account, "from_on": "2026-03-02"}
    client.post(f"/posts/{created.pk}/holding/", assume)
    assert 'class="vacant"' not in client.get(f"/organizations/{who.office.pk}/").text
    again = client.post(f"/posts/{created.pk}/holding/", assume)
    assert again.status_code == 422
    held = client.post(f"/posts/{created.pk}/abolition/", {})
    assert held.status_code == 422
    assert "现由“赵六”担任" in held.text
    left = {"person": newcomer.pk, "until_on": "2026-03-03"}
    answer = client.post(f"/posts/{created.pk}/departure/", left, follow=True)
    assert "这个岗位现在没有要移交的事项" in answer.text
    client.post(f"/posts/{created.pk}/abolition/", {})
    assert created not in [each for each, _holders in seats(who.office, TODAY)]


def test_a_root_is_moved_by_nobody_here() -> None:
    who = cast()
    top = Organization.objects.get(path=who.committee.parent_path)
    assert top.kind == OrganizationKind.WORK_COMMITTEE
    assert client_of(who.supervisor).get(f"/organizations/{top.pk}/move/").status_code == 404
