"""An upload that is too big is not kept, and the form still learns its size."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.handlers.wsgi import WSGIRequest
from django.test import RequestFactory

from luoshi.edge.web import uploads


def _kept(request: WSGIRequest) -> "list[UploadedFile[bytes]]":
    return [kept for kept in request.FILES.values() if isinstance(kept, UploadedFile)]


def test_what_is_too_big_arrives_empty_with_its_true_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LIMIT", 100_000)
    big = SimpleUploadedFile("大文件.docx", b"x" * 300_000)
    request = RequestFactory().post("/", {"document": big, "text": "还在"})
    [kept] = _kept(request)
    assert (kept.name, kept.size, kept.read()) == ("大文件.docx", 300_000, b"")
    assert request.POST["text"] == "还在"


def test_what_is_small_enough_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LIMIT", 100_000)
    request = RequestFactory().post("/", {"document": SimpleUploadedFile("a.txt", b"x" * 100_000)})
    assert [len(kept.read()) for kept in _kept(request)] == [100_000]


def test_many_files_together_count_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LIMIT", 100_000)
    many = {f"part{number}": SimpleUploadedFile("a.txt", b"x" * 60_000) for number in range(3)}
    request = RequestFactory().post("/", many)
    assert [len(kept.read()) for kept in _kept(request)] == [60_000, 0, 0]
