"""Old Word documents go through LibreOffice, and without it end in a sentence."""

import os
import shutil
import stat
import subprocess
import time
from pathlib import Path

import pytest

from luoshi.core.formats import Unreadable
from luoshi.edge.exchange import document_text, office
from world.papers import level as numbered
from world.papers import listed, numbering, paragraph, table, word

PRESENT = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(not PRESENT, reason="LibreOffice is not installed")
RTF = rb"{\rtf1\ansi\uc1 \u30563?\u26597?\u33853?\u23454?\par \u21488?\u36134?\par}"


def old_word(folder: Path) -> bytes:
    """A .doc that LibreOffice itself writes from a .docx."""
    cells = "".join(f"<w:tc><w:tcPr/>{paragraph(text)}</w:tc>" for text in ("督查室", "六月底"))
    lists = numbering(numbered(0, "chineseCountingThousand", "%1、"))
    source = folder / "source.docx"
    source.write_bytes(
        word(paragraph("工作方案") + listed("建立台账") + table(cells, columns=2) + paragraph("完"), lists)
    )
    profile = (folder / "profile").as_uri()
    command = [str(PRESENT), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "doc"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=90
    )
    return (folder / "source.doc").read_bytes()


@needs_libreoffice
def test_an_old_word_document_is_read(tmp_path: Path) -> None:
    data = old_word(tmp_path)
    assert document_text(data, "旧.doc").split("\n") == ["工作方案", "一、建立台账", "督查室\t六月底", "完"]
    assert document_text(data, "旧.wps").startswith("工作方案")


@needs_libreoffice
def test_rich_text_is_read() -> None:
    assert document_text(RTF, "旧.rtf") == "督查落实\n台账"


def test_without_an_office_program_the_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable, match=r"“旧\.rtf”是旧版 Word 或 WPS 文件：.*另存为 \.docx.*LibreOffice"):
        document_text(RTF, "旧.rtf")


def stand_in(folder: Path, script: str) -> None:
    """A program named soffice that behaves badly."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_a_conversion_that_makes_nothing_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(Unreadable, match=r"“坏\.doc”.*转换没有成功"):
        document_text(b"{\\rtf1 x}", "坏.doc")


def test_a_conversion_without_end_is_killed_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "started"
    stand_in(tmp_path, f"sleep 300 & echo $! > {started}; wait")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(Unreadable, match=r"“慢\.doc”.*没有转换完"):
        document_text(b"{\\rtf1 x}", "慢.doc")
    child = Path(f"/proc/{started.read_text().strip()}/stat")
    for _ in range(100):
        if not child.exists() or child.read_text().rsplit(")", 1)[1].split()[0] == "Z":
            break
        time.sleep(0.02)
    assert not child.exists() or child.read_text().rsplit(")", 1)[1].split()[0] == "Z"
