"""Documents that people bring: size, old formats and dangerous PDFs end in text or in one sentence."""

import json
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from luoshi.core.formats import Unreadable
from luoshi.edge.exchange import document_text
from luoshi.edge.exchange.confined import MEMORY
from world.papers import drawn, paragraph, typed, word

# Two million text objects in a stream that deflates to some 57 KB.
HEAVY = "BT (a) Tj ET " * 2_000_000
LARGEST_CHILD = """
import json, resource, sys
from pathlib import Path
from luoshi.core.formats import Unreadable
from luoshi.edge.exchange import document_text
try:
    said = document_text(Path(sys.argv[1]))
except Unreadable as refusal:
    said = str(refusal)
# Our own peak begins anew with exec only in /proc; getrusage would count the process we were forked from.
own = int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
print(json.dumps([said, max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) * 1024]))
"""


def test_a_document_comes_as_a_path_or_as_bytes(tmp_path: Path) -> None:
    path = tmp_path / "方案.docx"
    path.write_bytes(word(paragraph("督查")))
    assert document_text(path) == "督查"
    assert document_text(path.read_bytes(), "上传.docx") == "督查"


def test_a_pdf_is_read_in_a_process_of_its_own() -> None:
    assert document_text(drawn(typed("一、建立台账")), "a.pdf") == "一、建立台账"


def test_a_refusal_comes_back_whole_from_that_process() -> None:
    with pytest.raises(Unreadable, match=r"“断\.pdf”已损坏") as refusal:
        document_text(drawn(typed("甲"))[:300], "断.pdf")
    assert refusal.value.facts["name"] == "断.pdf"


@pytest.mark.scale
def test_a_heavy_pdf_ends_only_its_own_process(tmp_path: Path) -> None:
    path = tmp_path / "重.pdf"
    path.write_bytes(drawn(lambda canvas: canvas.addLiteral(HEAVY)))
    command = [sys.executable, "-c", LARGEST_CHILD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    said, largest = json.loads(done.stdout)
    assert "“重.pdf”结构异常或过于复杂" in said
    assert largest < 300 * 2**20
    assert MEMORY < 300 * 2**20


@pytest.mark.parametrize("ending", ["txt", "docx", "pdf"])
def test_what_is_too_big_is_refused_unread(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"大.{ending}"
    with path.open("wb") as file:
        file.truncate(60 * 2**20)
    with pytest.raises(Unreadable, match=rf"“大\.{ending}”有 60 MB，超过 50 MB"):
        document_text(path)


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    for data, name in ((b"{\\rtf1 broken", "坏.rtf"), (drawn(typed("甲"))[:300], "断.pdf")):
        with suppress(Unreadable):
            document_text(data, name)
    assert list(tmp_path.iterdir()) == []
