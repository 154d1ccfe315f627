"""Pages of members and of those on the way: counts agree with lists, steps say what comes next, strangers find nothing."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate, now
from lxml import html

from luoshi.act.membership.actions import apply, take_step
from luoshi.act.membership.queries import steps_of
from luoshi.act.membership.steps import StepKind
from luoshi.core.formats import worksheet_of
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.models import Person, Standing
from world.counting import queries_of
from world.meetings import Branch, branch
from world.signing import client_of

pytestmark = pytest.mark.django_db
APPLIED, TALKED, ACTIVIST, VOTED = StepKind.APPLIED, StepKind.TALKED, StepKind.ACTIVIST, StepKind.VOTED


def _ago(days: int) -> date:
    return localdate() - timedelta(days=days)


def _on_the_way(who: Branch, name: str, *steps: tuple[StepKind, int]) -> Person:
    """Let somebody apply and take more steps, each so many days ago; the first is the application."""
    [(_applied, first), *others] = steps
    told = {"on": _ago(first), "branch": who.branch}
    person = apply(name, account=name, by=who.secretary, at=now(), **told)  # type: ignore[arg-type]  # as told
    for kind, days in others:
        take_step(person, kind=kind, on=_ago(days), branch=who.branch, by=who.secretary, at=now())
    return person


def _rows(client: Client, address: str) -> list[str]:
    page = html.fromstring(client.get(address).content)
    return [" ".join(row.text_content().split()) for row in page.xpath("//tbody/tr")]


def _chips(client: Client, address: str) -> list[tuple[str, int]]:
    page = html.fromstring(client.get(address).content)
    links = page.xpath("//main//nav[contains(@class, 'chips')]/a")
    return [(link.get("href"), int(link.text_content().split()[-1])) for link in links]


def test_every_figure_of_the_register_is_the_length_of_its_list_for_the_branch_and_all_above_it() -> None:
    who = branch()
    _on_the_way(who, "戌", (APPLIED, 20))
    _on_the_way(who, "亥", (APPLIED, 40), (ACTIVIST, 10))
    client = client_of(who.superior)
    for one in (who.branch, who.committee):
        chips = _chips(client, f"/organizations/{one.pk}/members/")
        assert [count for _href, count in chips] == [7, 6, 1, 0, 1, 1]
        for href, count in chips:
            assert len(_rows(client, href)) == count, href
    assert client.get(f"/organizations/{who.branch.pk}/members/?standing=none").status_code == 404
    assert client.get(f"/organizations/{who.branch.pk}/development/?phase=saint").status_code == 404


def test_the_most_urgent_comes_first_and_says_how_it_stands() -> None:
    who = branch()
    _on_the_way(who, "近", (APPLIED, 27))
    _on_the_way(who, "迟", (APPLIED, 45))
    _on_the_way(who, "远", (APPLIED, 25), (TALKED, 20), (ACTIVIST, 5))
    rows = _rows(client_of(who.secretary), f"/organizations/{who.branch.pk}/development/")
    names = [row.split()[0] for row in rows]
    assert [each for each in names if each != who.probationer.name] == ["迟", "近", "远"]
    late = next(row for row in rows if row.startswith("迟"))
    assert "派人谈话" in late
    assert "逾期" in late


def test_a_step_is_recorded_and_the_answer_names_the_next_with_its_day() -> None:
    who = branch()
    person = _on_the_way(who, "戌", (APPLIED, 20))
    client, address = client_of(who.secretary), f"/people/{person.pk}/admission/"
    page = html.fromstring(client.get(address).content)
    assert page.xpath("//select[@name='kind']/option[@selected]/@value") == ["talked"]
    refused = client.post(address, {"kind": "talked", "on": str(_ago(21))})
    assert refused.status_code == 422
    assert "早于" in refused.text
    assert str(_ago(21)) in refused.text
    client.post(address, {"kind": "talked", "on": str(_ago(15))})
    shown = client.post(address, {"kind": "activist", "on": str(_ago(10))}, follow=True).text
    assert "已记“确定为入党积极分子”" in shown
    assert "下一步：半年考察" in shown
    assert "个工作日" in shown
    assert [step.kind for step in steps_of(person)] == ["applied", "talked", "activist"]


def test_the_vote_moves_somebody_into_the_register() -> None:
    who = branch()
    steps = (APPLIED, 600), (ACTIVIST, 500), (StepKind.CANDIDATE, 100), (StepKind.REVIEWED, 10)
    person = _on_the_way(who, "戌", *steps)
    client = client_of(who.secretary)
    shown = client.post(f"/people/{person.pk}/admission/", {"kind": "voted", "on": str(_ago(1))}, follow=True)
    assert "下一步：上级党委审批" in shown.text
    rows = _rows(client, f"/organizations/{who.branch.pk}/members/?standing=probationary")
    assert any(row.startswith("戌 预备党员") and "期满" in row for row in rows)


def test_an_application_registers_whoever_is_new() -> None:
    who = branch()
    client, address = client_of(who.secretary), f"/organizations/{who.branch.pk}/development/applications/"
    typed = {"name": "酉", "account": who.publicist.account, "on": str(_ago(3))}
    refused = client.post(address, typed)
    assert refused.status_code == 422
    assert who.publicist.name not in refused.text
    shown = client.post(address, {**typed, "account": "you"}, follow=True)
    assert "已登记“酉”的入党申请" in shown.text
    assert Person.objects.get(account="you").standing == Standing.NONE


def test_a_slip_is_withdrawn_with_a_reason_of_a_list() -> None:
    who = branch()
    person = _on_the_way(who, "戌", (APPLIED, 20), (TALKED, 10))
    client, last = client_of(who.secretary), steps_of(person)[-1]
    address = f"/admission-steps/{last.pk}/withdrawal/"
    assert address in client.get(f"/people/{person.pk}/admission/").text
    assert client.post(address, {"mistaken": "free words"}).status_code == 422
    client.post(address, {"mistaken": "day"})
    assert [step.kind for step in steps_of(person)] == ["applied"]
    assert story(person.chain)[-1].verb == "person.step_withdrawn"


def test_a_membership_ends_with_day_and_cause_by_whoever_keeps_the_branch() -> None:
    who = branch()
    member = who.others[0]
    address = f"/people/{member.pk}/ending/"
    assert client_of(who.publicist).get(address).status_code == 404
    client = client_of(who.secretary)
    wrong = client.post(address, {"cause": "refused", "on": str(_ago(1))})
    assert wrong.status_code == 422
    assert 'id="id_cause-refusal"' in wrong.text
    client.post(address, {"cause": "died", "on": str(_ago(1))})
    facts = story(member.chain)[-1].facts
    assert (facts["cause"], facts["on"]) == ("died", str(_ago(1)))
    assert len(_rows(client, f"/organizations/{who.branch.pk}/members/")) == 6


def test_nobody_out_of_reach_learns_that_anybody_is_on_the_way() -> None:
    who = branch()
    person = _on_the_way(who, "戌", (APPLIED, 20))
    for stranger in (who.stranger, who.others[0]):
        client = client_of(stranger)
        pages = ("members/", "members.xlsx", "development/", "development/applications/")
        addresses = [f"/organizations/{who.branch.pk}/{each}" for each in pages]
        for address in (*addresses, f"/people/{person.pk}/admission/"):
            assert client.get(address).status_code == 404, (stranger, address)
        assert client.post(addresses[-1], {}).status_code == 404
    assert len(steps_of(person)) == 1


def test_the_register_goes_out_as_a_workbook_that_may_come_back() -> None:
    who = branch()
    answer = client_of(who.secretary).get(f"/organizations/{who.branch.pk}/members.xlsx")
    sheet = worksheet_of(answer.content, "a.xlsx", 100)
    assert {row[1] for number, row in sheet.rows.items() if number > 1} == {each.name for each in who.members}


def test_lists_cost_the_same_however_many_are_in_them() -> None:
    who = branch()
    client = client_of(who.secretary)
    addresses = [f"/organizations/{who.branch.pk}/{each}/" for each in ("members", "development")]
    _on_the_way(who, "戌", (APPLIED, 20))
    before = [queries_of(client, address) for address in addresses]
    for number in range(4):
        _on_the_way(who, f"亥{number}", (APPLIED, 30), (TALKED, 20), (ACTIVIST, 10))
    assert [queries_of(client, address) for address in addresses] == before
