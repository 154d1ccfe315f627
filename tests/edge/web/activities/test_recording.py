"""Recording on a page: everybody is there unless tapped, what is typed is kept, and sent twice is recorded once."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import localdate

from luoshi.act.activities.attendance import Presence
from luoshi.act.activities.queries import (
    attendance_of,
    enclosures_of,
    find,
    formers,
    held,
    life,
    resolutions_of,
)
from luoshi.edge.web.choosing import person_label
from world.ground import somebody
from world.meetings import Branch, branch
from world.sheets import filled_in, page_of
from world.signing import client_of

pytestmark = pytest.mark.django_db


def form_of(client: Client, address: str) -> dict[str, str]:
    """Return the form at the address as a browser would send it untouched."""
    return filled_in(client.get(address), "form.form")


def _page(who: Branch) -> tuple[Client, str]:
    return client_of(who.secretary), f"/activities/in/{who.branch.pk}/new/?kind=theme_day"


WRITTEN = {"topic": "学习条例，走访社区", "minutes": "上午学习，下午走访三户。"}


def _recorded(who: Branch) -> Any:
    [(activity, _kinds)] = life(who.branch, localdate().year)
    return activity


def test_two_words_record_that_everybody_was_there() -> None:
    who = branch()
    client, address = _page(who)
    answer = client.post(address, form_of(client, address) | WRITTEN)
    activity = _recorded(who)
    assert answer.headers["Location"] == f"/activities/{activity.pk}/"
    assert {each.presence for each in attendance_of(activity)} == {Presence.PRESENT}
    assert len(attendance_of(activity)) == len(who.members)
    assert (activity.held_on, activity.chair) == (localdate(), who.secretary)
    shown = client.get(answer.headers["Location"]).content.decode()
    for word in ("走访三户", "到会 7/7", "没有表决权：未同志", "以普通党员身份参加的领导干部：子局长"):
        assert word in shown


def test_the_agenda_is_offered_what_the_branch_still_owes_but_not_the_meeting_itself() -> None:
    who = branch()
    client, address = _page(who)
    page = client.get(address).content.decode()
    assert "本月应尽：支委会" in page
    assert "本月应尽：主题党日" not in page
    assert "本月应尽：谈心谈话" not in page


def test_who_was_tapped_was_away_and_the_next_one_chairs() -> None:
    who = branch()
    client, address = _page(who)
    away = {f"away-{who.secretary.pk}": "on", f"why-{who.secretary.pk}": "duty"}
    client.post(address, form_of(client, address) | WRITTEN | away)
    activity = _recorded(who)
    found = {each.person: each.presence for each in attendance_of(activity)}
    assert found[who.secretary] == Presence.DUTY
    assert activity.chair == who.publicist


def test_what_was_typed_comes_back_with_a_sentence_beside_the_field() -> None:
    who = branch()
    client, address = _page(who)
    tomorrow = str(localdate() + timedelta(days=1))
    for changes, sentence in (
        ({"minutes": ""}, "记录是空的"),
        ({"held_on": tomorrow}, "还没有到"),
        ({"guests": "某某某"}, "没有找到“某某某”"),
        ({"guests": "寅书记"}, "“寅书记”列了两次"),
        ({"decision0-text": "抓紧抓好"}, "还差由谁办、完成标准、时限"),
    ):
        answer = client.post(address, form_of(client, address) | WRITTEN | changes)
        assert answer.status_code == 422, changes
        page = answer.content.decode()
        assert sentence in page
        assert WRITTEN["topic"] in page
    assert held(who.branch, localdate().year) == []


@pytest.mark.parametrize(("away", "said"), [(3, "不够"), (2, "够了")])
def test_the_page_says_whether_enough_voters_were_there_and_by_which_article(away: int, said: str) -> None:
    who = branch()
    client = client_of(who.secretary)
    address = f"/activities/in/{who.branch.pk}/new/?kind=general_meeting"
    # Six may vote; whoever is on probation is there and is not counted.
    absent = {f"away-{each.pk}": "on" for each in who.others[:away]}
    answer = client.post(address, form_of(client, address) | WRITTEN | absent)
    shown = page_of(client.get(answer.headers["Location"])).cssselect(".quorum")[0].text_content()
    assert f"有表决权的应到 6 人，实到 {6 - away} 人，须 4 人：{said}" in shown
    assert "《中国共产党支部工作条例（试行）》第十一条" in shown


def test_the_same_form_sent_twice_is_recorded_once() -> None:
    who = branch()
    client, address = _page(who)
    form = form_of(client, address) | WRITTEN
    first, second = client.post(address, form), client.post(address, form)
    assert first.headers["Location"] == second.headers["Location"]


def test_a_decision_a_guest_another_kind_and_a_file_come_along() -> None:
    who = branch()
    client, address = _page(who)
    more = {
        "guests": f"{who.stranger.name}",
        "contacts": who.superior.account,
        "also-lecture": "on",
        "items": "评议积极分子\n安排下月",
        "hours": "3.0",
        "decision0-text": "整修活动室",
        "decision0-owner": who.branch.chain,
        "decision0-standard": "可以开会",
        "decision0-deadline_on": "2099-01-05",
        "files": SimpleUploadedFile("方案.txt", "方案".encode()),
    }
    answer = client.post(address, form_of(client, address) | WRITTEN | more)
    activity = _recorded(who)
    assert [each.text for each in resolutions_of(activity)] == ["整修活动室"]
    assert {each.kind for each in held(who.branch, localdate().year)} == {
        "theme_day",
        "lecture",
        "dual_attendance",
    }
    found = {each.person: each.capacity for each in attendance_of(activity)}
    assert (found[who.stranger], found[who.superior]) == ("guest", "contact")
    [file] = enclosures_of(activity)
    handed = client.get(f"/activities/{activity.pk}/files/{file.pk}/")
    assert b"".join(handed) == "方案".encode()
    handed.close()
    page = client.get(answer.headers["Location"]).content.decode()
    for word in ("安排下月", "整修活动室", "方案.txt", "3小时", "申书记"):
        assert word in page


def test_a_correction_starts_from_what_was_recorded_and_keeps_it() -> None:
    who = branch()
    client, address = _page(who)
    told = {"guests": who.stranger.name, "items": "评议", "hours": "2.0", "begins": "09:30"}
    client.post(address, form_of(client, address) | WRITTEN | told)
    activity = _recorded(who)
    correction = f"/activities/{activity.pk}/correction/"
    form = form_of(client, correction)
    same = client.post(correction, form | {"reason": "看看"})
    assert "和原来的记录一样" in same.content.decode()
    again = form | {"reason": "写错了主题", "topic": "学习条例", f"away-{who.others[0].pk}": "on"}
    assert client.post(correction, again).status_code == 302
    [former] = formers(activity)
    assert former.telling["topic"] == WRITTEN["topic"]
    page = client.get(f"/activities/{activity.pk}/").content.decode()
    for word in ("到会 6/7", "更正前的记录", "写错了主题"):
        assert word in page
    current = find(activity.pk)
    assert current is not None
    assert current.topic == "学习条例"


def test_withdrawing_says_why_and_the_year_shows_it_struck() -> None:
    who = branch()
    client, address = _page(who)
    client.post(address, form_of(client, address) | WRITTEN)
    activity = _recorded(who)
    withdrawal = f"/activities/{activity.pk}/withdrawal/"
    assert client.post(withdrawal, {"reason": ""}).status_code == 422
    assert client.post(withdrawal, {"reason": "没有开成"}).status_code == 302
    assert "已撤回" in client.get(f"/activities/in/{who.branch.pk}/").content.decode()
    assert held(who.branch, localdate().year) == []


def test_a_decision_can_be_added_later() -> None:
    who = branch()
    client, address = _page(who)
    client.post(address, form_of(client, address) | WRITTEN)
    activity = _recorded(who)
    later = f"/activities/{activity.pk}/resolutions/"
    assert client.post(later, {"text": "再访一次"}).status_code == 422
    given = {
        "text": "再访一次",
        "owner": who.branch.chain,
        "standard": "三户都见到",
        "deadline_on": "2099-01-05",
    }
    assert client.post(later, given).status_code == 302
    [resolution] = resolutions_of(activity)
    assert resolution.task.deadline_on == date(2099, 1, 5)


def test_the_pack_and_the_year_show_what_they_promise() -> None:
    who = branch()
    client, address = _page(who)
    pack = client.get(f"/activities/in/{who.branch.pk}/pack/?kind=general_meeting").content.decode()
    for word in ("第一议题", "寅书记", "有表决权的 6 人，到会 4 人可以表决"):
        assert word in pack
    assert client.get(f"/activities/in/{who.branch.pk}/pack/?kind=nothing").status_code == 404
    client.post(address, form_of(client, address) | WRITTEN)
    for page in ("/activities/", f"/activities/in/{who.branch.pk}/"):
        assert WRITTEN["topic"] in client.get(page).content.decode()


def test_a_member_reads_and_does_not_record() -> None:
    who = branch()
    client, address = _page(who)
    client.post(address, form_of(client, address) | WRITTEN)
    member = client_of(who.others[0])
    activity = _recorded(who)
    assert member.get(f"/activities/{activity.pk}/").status_code == 200
    for closed in (
        address,
        f"/activities/{activity.pk}/withdrawal/",
        f"/activities/{activity.pk}/resolutions/",
    ):
        assert member.get(closed).status_code == 404
    assert member.get(f"/activities/{activity.pk}/correction/").status_code == 302
    stranger = client_of(who.stranger)
    assert stranger.get(f"/activities/{activity.pk}/").status_code == 404


def test_whoever_belongs_nowhere_is_told_so() -> None:
    client = client_of(somebody("酉"))
    assert "还没有所在党支部" in client.get("/activities/").content.decode()


def test_who_came_to_the_contact_point_and_with_whom_it_was_is_offered_the_next_time() -> None:
    who = branch()
    other = who.stranger.home
    assert other is not None
    client, address = _page(who)
    first = {"contacts": person_label(who.superior), "partner": other.name}
    client.post(address, form_of(client, address) | WRITTEN | first)
    twinning = address.replace("theme_day", "twinning")
    prefilled = form_of(client, twinning)
    assert other.name in prefilled["partner"]
    # One tap names whom a form would have to be told by name; a theme day is no twinning unless somebody says so.
    assert "partner" not in form_of(client, address)
    came = {
        f"came-{who.superior.pk}": "on",
        "contacts": person_label(who.superior),
        "topic": "共学一课",
        "minutes": "学了。",
    }
    client.post(twinning, prefilled | came)
    activity, _kinds = life(who.branch, localdate().year)[0]
    assert activity.partner == other
    assert [each.person for each in attendance_of(activity) if each.capacity == "contact"] == [who.superior]
    for page in (f"/organizations/{who.branch.pk}/", f"/activities/in/{who.branch.pk}/"):
        shown = client.get(page).content.decode()
        for word in ("联系点领导", "来过 2 次", "子局长 2/2 次", f"{other.name} 2 次"):
            assert word in shown
    partner = client_of(who.stranger).get(f"/organizations/{other.pk}/").content.decode()
    assert f"{who.branch.name} 2 次" in partner
    assert f"/activities/{activity.pk}/" not in partner
    leader = client_of(who.leader).get(f"/people/{who.leader.pk}/").content.decode()
    assert "今年 2/2 次" in leader
    assert f"/activities/{activity.pk}/" in leader
