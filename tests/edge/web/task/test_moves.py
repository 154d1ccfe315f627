"""Every move by its address: made, refused beside its field, overtaken, sent twice, kept while a session ends."""

from datetime import date

import pytest
from django.http.response import HttpResponseBase
from django.test import Client

from luoshi.act.tasks.actions import urge
from luoshi.act.tasks.queries import story
from luoshi.core.lifecycle import Move
from luoshi.edge.ops.moves import ROWS as TYPED
from luoshi.edge.web.task.moves import BY_NOUN, ROWS
from luoshi.ground.accounts.models import Account
from luoshi.ground.accounts.queries import by_username
from world.ground import AT
from world.loop import cast
from world.sheets import filled_in, page_of
from world.signing import client_of

pytestmark = pytest.mark.django_db
FAR_AWAY = (date(2090, 1, 3)).isoformat()


def values(answer: HttpResponseBase) -> dict[str, str]:
    return filled_in(answer, "form.move-form")


def said(client: Client, answer: HttpResponseBase) -> str:
    """Return what the page after a move says."""
    assert answer.status_code == 302, getattr(answer, "content", b"").decode()
    page = page_of(client.get(answer.headers["Location"]))
    return " ".join(each.text_content().strip() for each in page.cssselect(".said p"))


def test_every_move_has_an_address_and_takes_what_the_command_line_takes() -> None:
    assert set(ROWS) == set(Move)
    assert len(BY_NOUN) == len(Move)
    for move, row in ROWS.items():
        if move in TYPED:
            assert set(row.brings) == {str(each.typed.name) for each in TYPED[move].brings}, move


def test_the_whole_loop_by_form() -> None:
    who = cast()
    task = who.drafted()
    issuer, owner, verifier = client_of(who.issuer), client_of(who.owner), client_of(who.verifier)
    proof = {
        "proof0-kind": "印发文件",
        "proof0-place": "海政办发〔2026〕15号",
        "proof0-happened_on": "2026-03-02",
    }
    steps = [
        (issuer, "dispatch", {"deadline_on": FAR_AWAY}, "已交办给市数据局政务处。下一步：市数据局政务处签收"),
        (owner, "acceptance", {}, "已签收。下一步：市数据局政务处办结并报结"),
        (owner, "progress", {"note": "成稿", "progress": "50"}, "已报送进展。"),
        (owner, "blocker", {"reason": "缺预算"}, "已提请市数据局协调。下一步：市数据局答复"),
        (issuer, "coordination", {"note": "已追加"}, "已答复市数据局政务处。"),
        (owner, "extension", {"deadline_on": "2090-01-04", "reason": "会签"}, "已向市数据局申请延期"),
        (issuer, "extension-grant", {}, "已准予延期，新时限2090年1月4日"),
        (issuer, "reminder", {"note": "抓紧"}, "已催办。"),
        (owner, "report", {"note": "已经印发", **proof}, "已报结，等待核验。"),
        (verifier, "closure", {"note": "核对了文件"}, "已销号。下一步：市数据局回头看"),
        (verifier, "look-back", {"note": "仍在执行"}, "已回头看，没有反弹。下一步：市数据局办结归档。"),
        (issuer, "settlement", {}, "已办结归档。"),
    ]
    for client, noun, typed, expected in steps:
        address = f"/tasks/{task.pk}/{noun}/"
        form = values(client.get(address))
        assert said(client, client.post(address, form | typed)).startswith(expected), noun
    task.refresh_from_db()
    assert task.state == "settled"
    [evidence] = task.proofs.all()
    assert evidence.happened_on == date(2026, 3, 2)


def test_a_refusal_stands_beside_its_field_and_keeps_what_was_typed() -> None:
    who = cast()
    task = who.accepted()
    client = client_of(who.owner)
    address = f"/tasks/{task.pk}/extension/"
    answer = client.post(address, {"deadline_on": "2090-01-07", "reason": "会签<script>未完"})
    assert answer.status_code == 422
    page = page_of(answer)
    assert "不是工作日" in page.cssselect("#extension-deadline_on-refusal")[0].text_content()
    assert values(answer)["reason"] == "会签<script>未完"
    assert b"<script>\xe6" not in getattr(answer, "content", b"")
    assert client.post(address, {"deadline_on": "明天", "reason": "x"}).status_code == 422
    assert len(story(task)) == 3


def test_ten_thousand_characters_are_refused_in_one_sentence_and_kept() -> None:
    who = cast()
    task = who.accepted()
    answer = client_of(who.owner).post(f"/tasks/{task.pk}/progress/", {"note": "长" * 10_000})
    assert answer.status_code == 422
    [sentence] = page_of(answer).cssselect(".refusals li")
    assert "有 10000 个字，超过 2000 个字的上限" in sentence.text_content()
    assert values(answer)["note"] == "长" * 10_000


def test_a_stale_form_shows_what_happened_meanwhile_and_can_be_sent_then() -> None:
    who = cast()
    task = who.accepted()
    client = client_of(who.owner)
    address = f"/tasks/{task.pk}/progress/"
    form = values(client.get(address)) | {"note": "成稿"}
    urge(task, by=who.issuer, at=AT, note="市里要看")
    answer = client.post(address, form)
    assert answer.status_code == 422
    news = page_of(answer).cssselect(".refusals")[0].text_content()
    assert "甲书记催办。" in news
    assert "市里要看" in news
    assert values(answer)["note"] == "成稿"
    assert said(client, client.post(address, values(answer))).startswith("已报送进展。")


def test_a_second_press_is_told_that_it_is_done() -> None:
    who = cast()
    task = who.accepted()
    client = client_of(who.owner)
    address = f"/tasks/{task.pk}/progress/"
    form = values(client.get(address)) | {"note": "成稿"}
    client.get(client.post(address, form).headers["Location"])
    assert said(client, client.post(address, form)) == "这一步刚才已经办好了，没有重复办理。"
    assert len(story(task)) == 4
    other = client.post(address, form | {"note": "会签"})
    assert other.status_code == 422
    assert values(other)["note"] == "会签"


def test_what_the_loop_refuses_is_said_and_nothing_happens() -> None:
    who = cast()
    task = who.dispatched()
    answer = client_of(who.owner).post(f"/tasks/{task.pk}/report/", {"note": "办好了"})
    assert answer.status_code == 422
    assert "还没签收的请先签收" in page_of(answer).cssselect(".refusals")[0].text_content()
    assert client_of(who.owner).get(f"/tasks/{task.pk}/nothing/").status_code == 404


def test_htmx_gets_the_form_alone_and_is_led_to_the_page() -> None:
    who = cast()
    task = who.accepted()
    client = client_of(who.owner)
    address = f"/tasks/{task.pk}/progress/"
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith("<form")
    answer = client.post(address, {"note": "成稿"}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, f"/tasks/{task.pk}/")


def test_words_typed_while_the_session_ended_come_back_after_signing_in() -> None:
    who = cast()
    task = who.accepted()
    client = client_of(who.owner)
    address = f"/tasks/{task.pk}/progress/"
    form = values(client.get(address)) | {"note": "写了半天的进展", "progress": "60"}
    client.session.flush()
    asked = client.post(address, form)
    assert asked.headers["Location"].startswith("/account/login/")
    client.force_login(client_account(who.owner.account))
    back = values(client.get(address))
    assert (back["note"], back["progress"]) == ("写了半天的进展", "60")
    assert values(client.get(address))["note"] == ""


def test_a_part_of_a_page_leads_the_whole_page_to_signing_in() -> None:
    task = cast().accepted()
    answer = Client().post(f"/tasks/{task.pk}/progress/", {"note": "x"}, headers={"HX-Request": "true"})
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"].startswith("/account/login/?next=/tasks/")


def test_nobody_else_is_given_them() -> None:
    who = cast()
    task = who.accepted()
    client = client_of(who.owner)
    address = f"/tasks/{task.pk}/progress/"
    form = values(client.get(address)) | {"note": "写了半天的进展"}
    client.session.flush()
    client.post(address, form)
    client_of(who.issuer)
    client.force_login(client_account(who.issuer.account))
    assert values(client.get(address))["note"] == ""


def client_account(name: str) -> Account:
    account = by_username(name)
    assert account is not None
    return account
