"""Files of evidence: told apart by their bytes, slimmed, searched, kept by digest, handed out to whoever may see the task."""

import io
import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html
from PIL import Image

from luoshi.act.tasks.models import Attachment, Task
from luoshi.act.tasks.queries import story
from luoshi.edge.exchange.attachments.names import safe_name
from world.loop import Cast, cast
from world.signing import client_of

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\n1 0 obj <</Encrypt 2 0 R>> endobj\n"


@pytest.fixture(autouse=True)
def _files(settings: LazySettings, tmp_path: Path) -> None:
    """Keep files in a folder that is thrown away."""
    settings.MEDIA_ROOT = tmp_path / "files"


def photo(**said: object) -> bytes:
    """Return a large photograph that says where it was taken and by whom."""
    exif = Image.Exif()
    exif[0x013B] = "Artist-Of-The-Photo"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[2] = (31.0, 12.0, 0.0)
    stream = io.BytesIO()
    Image.new("RGB", (3000, 1500), "red").save(stream, "JPEG", exif=exif, comment=b"secret-comment")
    return stream.getvalue()


def send(client: Client, task: Task, *files: tuple[str, bytes], **typed: str) -> "tuple[int, str]":
    said: dict[str, object] = {"note": "已有初稿", **typed}
    for place, (name, content) in enumerate(files):
        said[f"proof{place}-kind"] = "印发文件"
        said[f"proof{place}-file"] = SimpleUploadedFile(name, content)
    answer = client.post(f"/tasks/{task.pk}/progress/", said)
    return answer.status_code, answer.content.decode()


def refusal(page: str) -> str:
    return " ".join(each.text_content() for each in html.fromstring(page).cssselect(".refusals li"))


def _started() -> tuple[Cast, Task, Client]:
    who = cast()
    return who, who.accepted(), client_of(who.owner)


def test_a_later_file_of_the_same_kind_is_a_new_version_and_the_first_stays() -> None:
    _who, task, client = _started()
    assert send(client, task, ("办法.pdf", PDF))[0] == 302
    assert send(client, task, ("办法.pdf", PDF + b"more"))[0] == 302
    page = client.get(f"/tasks/{task.pk}/").content.decode()
    assert re.findall(r"第\d版", page) == ["第2版", "第1版"]
    assert "还缺" not in page
    told = story(task)[-1].facts["evidence"][0]
    assert told["digest"] == Attachment.objects.latest("pk").digest


def test_a_file_is_handed_out_as_it_came_to_be_saved_and_only_to_whoever_sees_the_task() -> None:
    who, task, client = _started()
    send(client, task, ("办法.pdf", PDF))
    address = f"/tasks/{task.pk}/evidence/{Attachment.objects.get().pk}/"
    answer = client.get(address)
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]  # a file is streamed
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert client_of(who.stranger).get(address).status_code == 404
    seen = client_of(who.verifier).get(address)
    assert seen.status_code == 200
    seen.close()
    other = who.accepted()
    assert client.get(f"/tasks/{other.pk}/evidence/{Attachment.objects.get().pk}/").status_code == 404


def test_a_photograph_is_made_smaller_upright_and_loses_what_the_camera_wrote() -> None:
    _who, task, client = _started()
    raw = photo()
    assert b"Artist-Of-The-Photo" in raw
    assert send(client, task, ("现场.png", raw))[0] == 302
    kept = Attachment.objects.get()
    assert (kept.name, kept.media) == ("现场.jpg", "image/jpeg")
    answer = client.get(f"/tasks/{task.pk}/evidence/{kept.pk}/")
    stored = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file is streamed
    for secret in (b"Artist-Of-The-Photo", b"secret-comment", b"Exif"):
        assert secret not in stored
    with Image.open(io.BytesIO(stored)) as picture:
        assert picture.size == (1000, 2000)
        assert not picture.getexif()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("报告.pdf", b"MZ\x90\0program", "程序文件"),
        ("报告.exe", b"plain words", "程序文件"),
        ("页面.html", b"<script>alert(1)</script>", "程序文件"),
        ("报告.pdf", b"plain words", "内容不是它名字说的那种文件"),
        ("现场.jpg", PDF, "内容不是它名字说的那种文件"),
        ("现场.jpg", b"\xff\xd8\xff\xe0broken", "打不开"),
        ("现场.heic", b"\0\0\0\x18ftypheic", "HEIC"),
        ("空.pdf", b"", "空文件"),
    ],
)
def test_what_is_no_evidence_is_refused_by_name(
    name: str, content: bytes, words: str, tmp_path: Path
) -> None:
    _who, task, client = _started()
    status, page = send(client, task, (name, content))
    assert status == 422
    assert words in refusal(page)
    assert name in refusal(page)
    assert [each for each in (tmp_path / "files").rglob("*") if each.is_file()] == []


def test_locked_documents_and_bombs_are_just_files() -> None:
    _who, task, client = _started()
    bomb = b"PK\x03\x04" + b"\0" * 5000
    files = [
        ("锁住.pdf", PDF),
        ("炸弹.zip", bomb),
        ("加密.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1EncryptedPackage"),
    ]
    assert send(client, task, *files)[0] == 302
    assert Attachment.objects.count() == 3


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd.txt",
        "..\\..\\a\x00b.txt",
        "\u202etxt.exe.txt",
        "a/b/c.txt",
        ".hidden",
        "长" * 80 + ".txt",
    ],
)
def test_path_tricks_are_harmless(name: str, tmp_path: Path) -> None:
    _who, task, client = _started()
    upload = SimpleUploadedFile("x", b"words")
    upload._name = name  # type: ignore[attr-defined]  # noqa: SLF001  # past Django's own clean-up of names
    said = {"note": "稿", "proof0-kind": "印发文件", "proof0-file": upload}
    assert client.post(f"/tasks/{task.pk}/progress/", said).status_code == 302
    kept = Attachment.objects.get()
    assert not set(kept.name) & set("/\\\0\u202e")
    assert 0 < len(kept.name) <= 200
    [file] = [each for each in (tmp_path / "files").rglob("*") if each.is_file()]
    assert file.name == kept.digest


def test_a_name_is_kept_short_and_never_empty() -> None:
    assert len(safe_name("长" * 400 + ".txt")) == 200
    assert safe_name("长" * 400 + ".txt").endswith(".txt")
    assert safe_name("\u202e\0") == "附件"


def _scanner(folder: Path, body: str) -> str:
    program = folder / "scanner"
    program.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


def test_an_infected_file_is_refused_by_name_and_a_clean_one_is_taken(
    settings: LazySettings, tmp_path: Path
) -> None:
    settings.LUOSHI_SCANNER = _scanner(tmp_path, 'if grep -q VIRUS "$1"; then exit 1; fi')
    _who, task, client = _started()
    status, page = send(client, task, ("干净.pdf", PDF), ("有毒.pdf", PDF + b"VIRUS"))
    assert status == 422
    assert "“有毒.pdf”里查出病毒" in refusal(page)
    # The clean one need not be brought again.
    [written] = html.fromstring(page).cssselect("form.move-form [name=proof0-kept]")
    form = {"note": "已有初稿", "proof0-kind": "印发文件", "proof0-kept": written.get("value") or ""}
    assert client.post(f"/tasks/{task.pk}/progress/", form).status_code == 302
    assert Attachment.objects.get().name == "干净.pdf"


@pytest.mark.parametrize("body", ["exit 2", "kill -9 $$"])
def test_a_scanner_that_cannot_tell_lets_nothing_in(
    body: str, settings: LazySettings, tmp_path: Path
) -> None:
    settings.LUOSHI_SCANNER = _scanner(tmp_path, body)
    _who, task, client = _started()
    status, page = send(client, task, ("办法.pdf", PDF))
    assert status == 422
    assert "查毒程序没有给出结果" in refusal(page)
    settings.LUOSHI_SCANNER = str(tmp_path / "nowhere")
    assert "查毒程序没有给出结果" in refusal(send(client, task, ("办法.pdf", PDF))[1])


def test_a_forged_receipt_brings_no_file() -> None:
    _who, task, client = _started()
    said = {"note": "稿", "proof0-kind": "印发文件", "proof0-kept": "forged"}
    answer = client.post(f"/tasks/{task.pk}/progress/", said)
    assert answer.status_code == 422
    assert "请重新选这个文件" in refusal(answer.content.decode())
