"""What the page asks for, and how it refuses: beside the field, on top, and nothing typed is lost."""

import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from luoshi.edge.exchange.documents import LIMIT
from luoshi.edge.web.reading import forms
from world.letters import NOTICE, letter, seen, texts

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def test_the_empty_page_says_what_to_do(client: Client) -> None:
    tree = seen(client.get("/read/"))
    assert tree.cssselect("input[type=file][name=document]")
    assert tree.cssselect("textarea[name=text]")
    assert texts(tree, "a[href='/read/?example=speech']") == ["用示例看看"]
    assert not tree.cssselect(".refusal:not([hidden]), .refusals")


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({}, "document", "还没有选文件"),
        (letter(b""), "document", "“通知.txt”是空文件"),
        (letter(PNG, "照片.png"), "document", "“照片.png”是图片"),
        (letter(PNG, "假的.docx"), "document", "“假的.docx”"),
        ({"text": " \n\u3000"}, "document", "还没有选文件"),
        ({**letter(NOTICE.encode()), "text": "一、要抓好。"}, "text", "请只留一样"),
    ],
)
def test_refuses_in_one_sentence(
    client: Client, fields: dict[str, object], field: str, sentence: str
) -> None:
    answer = client.post("/read/", fields)
    tree = seen(answer)
    assert answer.status_code == 422
    [above], [beside] = texts(tree, f".refusals a[href='#{field}']"), texts(tree, f"#{field}-refusal")
    assert above == beside
    assert sentence in above
    assert f"{field}-refusal" in tree.get_element_by_id(field).get("aria-describedby", "")


def test_keeps_what_was_pasted(client: Client) -> None:
    typed = "\n  <b>一、要抓好</b>\n第二行"
    tree = seen(client.post("/read/", {**letter(NOTICE.encode()), "text": typed}))
    assert tree.get_element_by_id("text").text == "\n" + typed


def test_refuses_more_than_fifty_megabytes(client: Client) -> None:
    answer = client.post("/read/", letter(b"x" * (LIMIT + 2**20), "全集.docx"))
    assert answer.status_code == 422
    assert "“全集.docx”有 51 MB，超过 50 MB 的上限" in answer.content.decode()


def test_refuses_what_no_page_can_show(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "CHARACTERS", 100)
    answer = client.post("/read/", {"text": NOTICE})
    assert answer.status_code == 422
    assert f"这份文件有 {len(NOTICE)} 字，超过网页一次能显示的 100 字" in answer.content.decode()
    assert "检查安排" in seen(answer).get_element_by_id("text").text_content()


def test_refuses_more_text_than_may_be_pasted(client: Client) -> None:
    answer = client.post("/read/", {"text": "x" * (20 * 2**20)})
    assert answer.status_code == 413
    assert "<h1>提交的文字太长</h1>" in answer.content.decode()


def test_refuses_a_form_of_another_site() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/read/", {"text": NOTICE}).status_code == 403
    strict.get("/read/")
    token = seen(strict.get("/read/")).cssselect("main [name=csrfmiddlewaretoken]")[0].get("value")
    assert strict.post("/read/", {"text": NOTICE, "csrfmiddlewaretoken": token}).status_code == 200


def test_refuses_in_english(client: Client) -> None:
    answer = client.post("/read/", letter(PNG, "photo.png"), headers={"accept-language": "en"})
    assert "“photo.png” is a picture" in answer.content.decode()
    assert ".docx, .pdf" in answer.content.decode()


def test_other_ways_of_asking_are_refused(client: Client) -> None:
    assert client.put("/read/").status_code == 405
    assert client.get("/read/?example=../../etc/passwd").status_code == 404


def test_nothing_of_a_document_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    django = logging.getLogger("django")
    django.propagate, before = True, django.propagate
    with caplog.at_level(logging.DEBUG):
        client.post("/read/", {"text": NOTICE, "name": "密件名"})
        client.post("/read/", {**letter(NOTICE.encode(), "密件名.txt"), "text": NOTICE})
        client.post("/read/", {"document": SimpleUploadedFile("密件名.png", PNG)})
    django.propagate = before
    assert "Unprocessable" in caplog.text
    assert "密件名" not in caplog.text
    assert "检查" not in caplog.text
