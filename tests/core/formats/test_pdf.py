"""PDFs: paragraphs are whole again, page furniture is gone, ruled tables are rows."""

import io

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from luoshi.core.formats import Unreadable, text_of
from world.papers import Drawing, drawn, typed

FULL = "全面建立清单责任时限三项制度把每一项部署落到岗位上做到"  # 27 characters: the whole measure


def read(*pages: Drawing) -> list[str]:
    return text_of(drawn(*pages), "方案.pdf").split("\n")


def test_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    lines = [
        "\u3000\u3000\u3000督查工作方案",
        "\u3000\u3000" + FULL[:25],
        FULL,
        "件件有着落。",
        "\u3000\u3000一、总体要求。" + FULL[:16] + "。。",
        "续在满行句号之后。",
        "二、无缩进的新段",
    ]
    assert read(typed(*lines)) == [
        "督查工作方案",
        FULL[:25] + FULL + "件件有着落。",
        "一、总体要求。" + FULL[:16] + "。。续在满行句号之后。",
        "二、无缩进的新段",
    ]


def test_a_paragraph_goes_on_over_the_page_past_header_and_number() -> None:
    def page(number: int, *lines: str) -> Drawing:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(200, 800, "某市督查专刊")
            typed(*lines)(canvas)
            canvas.drawString(280, 40, f"— {number} —")

        return draw

    pages = [
        page(1, "\u3000\u3000甲" + FULL[:24], FULL),
        page(2, "跨页。", "\u3000\u3000乙段。", "丙。"),
        page(3, "\u3000\u3000丁段", "\u3000\u3000" + "2024", "\u3000\u3000戊段"),
    ]
    assert read(*pages) == ["甲" + FULL[:24] + FULL + "跨页。", "乙段。", "丙。", "丁段", "2024", "戊段"]


def test_latin_words_keep_a_space_where_a_line_was_wrapped() -> None:
    long = "a" * 20 + " " + "b" * 20 + " " + "c" * 19
    assert read(typed(long, "next", top=700))[0].replace(" ", "").startswith("a" * 20)


def ruled(canvas: Canvas) -> None:
    """Three columns; the first cell of the body spans two rows, the heading spans all columns."""
    xs = (72, 172, 322, 472)
    for y, first in ((700, 0), (660, 0), (600, 1), (560, 0)):
        canvas.line(xs[first], y, xs[3], y)
    for place, x in enumerate(xs):
        canvas.line(x, 560, x, 700 if place in (0, 3) else 660)
    for text, x, y in (
        ("责任分工表", 200, 675),
        ("督查室", 80, 610),
        ("建立工作", 180, 635),
        ("台账", 180, 612),
        ("六月底前", 330, 620),
        ("抓好整改", 180, 575),
    ):
        canvas.drawString(x, y, text)


def test_a_ruled_table_becomes_rows_with_tall_cells_repeated() -> None:
    assert read(ruled) == ["责任分工表", "督查室\t建立工作台账\t六月底前", "督查室\t抓好整改"]


def test_text_around_a_table_keeps_its_place() -> None:
    def draw(canvas: Canvas) -> None:
        typed("表前")(canvas)
        ruled(canvas)
        typed("表后", top=500)(canvas)

    found = read(draw)
    assert (found[0], found[-1], len(found)) == ("表前", "表后", 5)


def test_columns_without_rules_are_parted_by_tabs() -> None:
    def draw(canvas: Canvas) -> None:
        for row, cells in enumerate([("任务", "单位"), ("建台账", "督查室")]):
            for column, text in enumerate(cells):
                canvas.drawString(72 + 200 * column, 700 - 30 * row, text)

    assert read(draw) == ["任务\t单位", "建台账\t督查室"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_seen(angle: int) -> None:
    document = pypdfium2.PdfDocument(drawn(turned(angle)))
    document[0].set_rotation(angle)
    made = io.BytesIO()
    document.save(made)
    assert text_of(made.getvalue(), "a.pdf").split("\n") == ["第一行", "第二行", "三列\t四列"]


def turned(angle: int) -> Drawing:
    """Draws so that the lines run level once the viewer has turned the page."""

    def draw(canvas: Canvas) -> None:
        width, height = A4
        canvas.translate(*{90: (width, 0), 180: (width, height), 270: (0, height)}[angle])
        canvas.rotate(angle)
        for place, line in enumerate(("第一行", "第二行")):
            canvas.drawString(100, 400 - 30 * place, line)
        canvas.drawString(100, 340, "三列")
        canvas.drawString(300, 340, "四列")

    return draw


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        text_of(data, "扫描.pdf")
    return str(refusal.value)


def picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 500, 700)


def test_a_scan_is_refused_also_behind_a_typed_cover() -> None:
    assert "扫描件" in refused(drawn(picture))
    assert "扫描件" in refused(drawn(typed("封面"), picture, picture))


def test_a_locked_pdf_is_refused_and_one_that_only_forbids_copying_is_read() -> None:
    assert "密码" in refused(drawn(typed("密"), encrypt=StandardEncryption("secret")))
    free = drawn(typed("可读"), encrypt=StandardEncryption("", ownerPassword="owner", canCopy=0))
    assert text_of(free, "a.pdf") == "可读"


def test_a_cut_off_pdf_is_refused() -> None:
    whole = drawn(typed(FULL))
    assert "损坏" in refused(whole[: len(whole) // 2])
    assert "损坏" in refused(b"%PDF-1.7\nnothing\n%%EOF")


# A font that numbers its glyphs and says nowhere which characters they are.
NAMELESS = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 44>>stream
BT /F 16 Tf 72 700 Td <0102030405> Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type0/BaseFont/Lost/Encoding/Identity-H/DescendantFonts[6 0 R]>>endobj
6 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/Lost/DW 1000/FontDescriptor 7 0 R
/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>endobj
7 0 obj<</Type/FontDescriptor/FontName/Lost/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800
/Descent -200/CapHeight 700/StemV 80>>endobj
trailer<</Root 1 0 R/Size 8>>
%%EOF"""


def test_characters_without_meaning_are_refused() -> None:
    assert "乱码" in refused(NAMELESS)
