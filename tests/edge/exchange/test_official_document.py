"""The notice of supervision, rendered by LibreOffice and measured: margins, lines, characters, faces (GB/T 9704-2012)."""

import shutil
import subprocess
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdfium2 import PdfDocument, PdfPage

from luoshi.edge.exchange.supervision_notice import Supervised, supervision_notice

PRESENT = shutil.which("soffice") or shutil.which("libreoffice")
needs_libreoffice = pytest.mark.skipif(not PRESENT, reason="LibreOffice is not installed")
MM = 72 / 25.4
# Only full-width characters, so that a full line has as many as the standard says.
PLAIN = "建立覆盖全市的政务数据目录并明确每一类数据的责任处室更新频次和共享范围" * 40


def _said(text: str = PLAIN) -> Supervised:
    return Supervised(
        issuer="海州市机关工委",
        recipient="市数据局",
        task="建立政务数据目录",
        text=text,
        standard="目录印发并在政务网公布",
        deadline_on=date(2026, 3, 30),
        original_deadline_on=date(2026, 3, 20),
        workdays_late=7,
        demand="请倒排工期，逐项落实。",
        year=2026,
        number=3,
        issued_on=date(2026, 4, 9),
        reply_by_on=date(2026, 4, 16),
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[PdfPage]:
    """Render the notice and give its pages."""
    folder: Path = tmp_path_factory.mktemp("office")
    (folder / "notice.docx").write_bytes(supervision_notice(_said()))
    command = [str(PRESENT), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), str(folder / "notice.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return list(PdfDocument(folder / "notice.pdf"))


Box = tuple[float, float, float, float, str]


def _lines(page: PdfPage) -> list[list[Box]]:
    """Return the lines from top to bottom, each character as left, top, right, bottom in mm from the upper left."""
    text, boxes = page.get_textpage(), []
    for place in range(text.count_chars()):
        character = text.get_text_range(place, 1)
        if character.strip():
            left, low, right, high = text.get_charbox(place, loose=True)
            top, bottom = ((page.get_height() - each) / MM for each in (high, low))
            boxes.append((left / MM, top, right / MM, bottom, character))
    lines: list[list[Box]] = []
    for box in sorted(boxes, key=_middle):
        # Figures of another face sit a little lower in the same line.
        if not lines or abs(_middle(lines[-1][-1]) - _middle(box)) > 3:
            lines.append([])
        lines[-1].append(box)
    return [sorted(line) for line in lines]


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2


def _words(line: list[Box]) -> str:
    return "".join(each[4] for each in line)


@needs_libreoffice
def test_the_paper_is_a4_and_a_full_page_has_22_lines_of_28_characters(pages: list[PdfPage]) -> None:
    assert [round(size / MM) for size in pages[1].get_size()] == [210, 297]
    *body, _number = _lines(pages[1])
    assert len(body) == 22
    assert {len(line) for line in body} == {28}


@needs_libreoffice
def test_the_text_stands_within_the_text_area_of_156_by_225_mm(pages: list[PdfPage]) -> None:
    *body, _number = _lines(pages[1])
    assert min(line[0][0] for line in body) == pytest.approx(28, abs=0.5)
    assert max(line[-1][2] for line in body) == pytest.approx(184, abs=1)
    assert min(each[1] for each in body[0]) == pytest.approx(37, abs=1.5)
    assert max(each[3] for each in body[-1]) <= 297 - 35 + 0.5
    pitches = [after[0][3] - before[0][3] for before, after in pairwise(body)]
    assert pitches == pytest.approx([28.95 / MM] * 21, abs=0.2)


@needs_libreoffice
def test_the_organs_mark_hangs_35_mm_below_the_text_areas_edge(pages: list[PdfPage]) -> None:
    mark, number, title, recipient, first, *_rest = _lines(pages[0])
    assert _words(mark) == "海州市机关工委"
    assert mark[0][1] == pytest.approx(37 + 35, abs=1.5)
    assert _words(number) == "海州市机关工委督〔2026〕3号"
    for line in (mark, number, title):
        assert (line[0][0] + line[-1][2]) / 2 == pytest.approx(28 + 78, abs=1)
    assert _words(title) == "关于“建立政务数据目录”的督办通知单"
    assert _words(recipient) == "市数据局："
    assert recipient[0][0] == pytest.approx(28, abs=0.5)
    # Two characters of 16 pt in, and the body is on the first page.
    assert first[0][0] == pytest.approx(28 + 2 * 16 / MM, abs=0.5)


@needs_libreoffice
def test_the_page_number_is_on_the_outer_side_7_mm_below_the_text_area(pages: list[PdfPage]) -> None:
    odd, even = _lines(pages[0])[-1], _lines(pages[1])[-1]
    assert (_words(odd), _words(even)) == ("—1—", "—2—")
    assert odd[-1][2] == pytest.approx(184 - 14 / MM, abs=1)
    assert even[0][0] == pytest.approx(28 + 14 / MM, abs=1)
    for line in (odd, even):
        middle = _middle(line[0])
        assert middle == pytest.approx(297 - 35 + 7, abs=1.5)


@needs_libreoffice
def test_the_day_stands_four_characters_in_with_the_organ_above(pages: list[PdfPage]) -> None:
    *_body, organ, day, _number = _lines(pages[-1])
    assert (_words(organ), _words(day)) == ("海州市机关工委", "2026年4月9日")
    assert day[-1][2] == pytest.approx(184 - 4 * 16 / MM, abs=1)
    assert abs((organ[0][0] + organ[-1][2]) - (day[0][0] + day[-1][2])) / 2 < 16 / MM


def test_each_part_asks_for_its_face_and_size(tmp_path: Path) -> None:
    path = tmp_path / "notice.docx"
    path.write_bytes(supervision_notice(_said("建立目录")))
    asked = {}
    for line in Document(str(path)).paragraphs:
        for run in line.runs:
            fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001  # the library tells only Western faces
            asked[run.text] = (fonts.get(qn("w:eastAsia")), run.font.size.pt if run.font.size else None)
    assert asked["海州市机关工委督〔2026〕3号"] == ("仿宋_GB2312", 16)
    assert asked["关于“建立政务数据目录”的督办通知单"] == ("方正小标宋简体", 22)
    assert asked["一、督办事项"] == ("黑体", 16)
    assert asked["建立目录"] == ("仿宋_GB2312", 16)
    assert asked["2026年4月9日"] == ("仿宋_GB2312", 16)


def test_what_is_typed_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "notice.docx"
    path.write_bytes(supervision_notice(_said("<w:p/>&amp;第一段\n\n第二\x01段\ufffe")))
    words = [line.text for line in Document(str(path)).paragraphs]
    assert "<w:p/>&amp;第一段" in words
    assert "第二段" in words
