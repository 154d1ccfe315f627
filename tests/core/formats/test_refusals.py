"""What cannot be read is refused in one sentence that names the file and the way out."""

import io
import struct
import zipfile

import pytest

from luoshi.core.formats import Unreadable, needs_office, refusals, text_of
from luoshi.core.formats.lines import Budget
from luoshi.core.formats.package import Package
from luoshi.core.formats.xml_parts import DEPTH
from world.papers import WORD_TYPE, paragraph, table, word, word_parts, zipped

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def compound(*streams: str) -> bytes:
    """An OLE2 file as far as the names of its streams."""
    return OLE2 + b"".join(stream.encode("utf-16-le").ljust(128, b"\0") for stream in streams)


def sentence(data: bytes, name: str = "方案.docx") -> str:
    with pytest.raises(Unreadable) as refusal:
        text_of(data, name)
    text = str(refusal.value)
    assert f"“{name}”" in text
    assert text.endswith("。")
    assert "{" not in text
    assert text == refusal.value.sentence.format(**refusal.value.facts)
    return text


SENTENCES = [value for key, value in vars(refusals).items() if key.isupper() and "{name}" in str(value)]


@pytest.mark.parametrize("template", SENTENCES)
def test_every_sentence_names_the_file_and_says_what_to_do(template: str) -> None:
    said = str(Unreadable(template, size="60", limit="50", kind="图片").about("甲.docx"))
    assert said.startswith("“甲.docx”")
    assert said.endswith("。")
    assert "请" in said
    assert said.count("。") == 1


def test_a_name_is_shown_without_what_could_break_a_page() -> None:
    said = str(Unreadable(refusals.EMPTY).about("a\n\x1b[31m" + "长" * 300 + "{name}.docx"))
    assert "\n" not in said
    assert "\x1b" not in said
    assert "{name}.docx" in said
    assert len(said) < 200


@pytest.mark.parametrize(
    ("data", "name", "word_of_it"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "图.txt", "图片"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "图.docx", "图片"),
        (b"Rar!\x1a\x07\x01\0" + bytes(range(64)), "包.rar", "压缩包"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "x.exe", "程序"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xff\xfe", "x.gz", "压缩包"),
        (zipped({"a.txt": "a"}), "包.zip", "压缩包"),
        (zipped({"OFD.xml": "<a/>"}), "文件.ofd", "OFD"),
        (compound("PowerPoint Document"), "讲稿.ppt", "演示文稿"),
        (compound("Workbook"), "表.xls", "另存为 .xlsx"),
        (compound("EncryptedPackage"), "密.docx", "密码"),
        (compound("Something"), "坏.docx", "损坏"),
        (compound("Something"), "某.dat", "不是文字文件"),
        (compound("WordDocument"), "旧.doc", "另存为 .docx"),
        (b"{\\rtf1 abc}", "旧.rtf", "另存为 .docx"),
        (bytes(4000), "坏.docx", "损坏"),
        (bytes(range(256)) * 9, "坏.pdf", "损坏"),
        (bytes(4000), "坏.txt", "不是文字文件"),
        (b"", "空.docx", "空文件"),
        (word(paragraph(" ")), "白.docx", "没有可读的文字"),
    ],
)
def test_what_people_bring_by_mistake(data: bytes, name: str, word_of_it: str) -> None:
    assert word_of_it in sentence(data, name)


def test_contents_outrank_the_name() -> None:
    assert text_of(word(paragraph("督查")), "方案.txt") == "督查"
    assert text_of("督查".encode(), "方案.docx") == "督查"
    assert text_of(b"BM is how a line may begin", "笔记.txt") == "BM is how a line may begin"


@pytest.mark.parametrize(
    ("data", "name", "needed"),
    [
        (compound("WordDocument"), "a.doc", True),
        (compound("WordDocument"), "a", True),
        (compound("Something"), "a.wps", True),
        (b"{\\rtf1", "a.doc", True),
        (word(paragraph("督查")), "a.doc", False),
        ("督查".encode(), "a.doc", False),
    ],
)
def test_which_files_need_an_office_program(data: bytes, name: str, *, needed: bool) -> None:
    assert needs_office(data, name) is needed


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_off_package_is_refused(share: float) -> None:
    whole = word("".join(paragraph(f"第{number}项任务") for number in range(500)))
    assert "损坏" in sentence(whole[: int(len(whole) * share)])


def test_a_package_with_macros_is_refused() -> None:
    parts = word_parts(paragraph("督查"))
    assert "宏" in sentence(zipped({**parts, "word/vbaProject.bin": b"x"}))
    macro_type = WORD_TYPE.replace("openxmlformats-officedocument.", "ms-word.").replace(
        "document.main", "document.macroEnabled.main"
    )
    assert "宏" in sentence(zipped(word_parts(paragraph("督查"), content_type=macro_type)), "a.docm")


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE a [<!ENTITY a "1234567890"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        "<!DOCTYPE a>",
    ],
)
@pytest.mark.parametrize(
    "path", ["word/document.xml", "word/styles.xml", "_rels/.rels", "[Content_Types].xml"]
)
def test_a_document_type_is_refused_in_every_part(declaration: str, path: str) -> None:
    parts = word_parts(paragraph("督查"))
    assert "外部实体" in sentence(zipped({**parts, path: f"{declaration}{parts[path]}"}))


def test_too_deep_a_structure_is_refused_and_ten_tables_are_not() -> None:
    inner = paragraph("里")
    for _ in range(10):
        inner = table(f"<w:tc>{inner}</w:tc><w:tc>{paragraph('旁')}</w:tc>")
    assert text_of(word(inner), "a.docx").startswith("里 旁")
    deep = "<w:sdt>" * DEPTH + "</w:sdt>" * DEPTH
    assert "嵌套过深" in sentence(word(deep))
    assert "嵌套过深" in sentence(b"<html>" + b"<div>" * 3_000 + b"a", "a.html")


def test_a_locked_zip_entry_is_refused() -> None:
    whole = bytearray(word(paragraph("督查")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = whole.find(signature)
        while place >= 0:
            whole[place + offset] |= 1
            place = whole.find(signature, place + 4)
    assert "密码" in sentence(bytes(whole))


def test_other_compressions_are_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as package:
        for path, content in word_parts(paragraph("督查")).items():
            package.writestr(path, content)
    assert "损坏" in sentence(made.getvalue())


def test_a_bomb_is_refused_by_what_it_declares_and_by_what_it_inflates_to() -> None:
    parts = word_parts(paragraph("督查"))
    assert "炸弹" in sentence(zipped({**parts, "word/media/a.bin": bytes(30 * 2**20)}))
    liar = bytearray(zipped({**parts, "word/document.xml": b"<a>" + b" " * 10_000_000}))
    directory = liar.rfind(b"PK\x01\x02", 0, liar.rfind(b"word/document.xml"))
    struct.pack_into("<I", liar, directory + 24, 1_000)
    assert "损坏" in sentence(bytes(liar))


def test_a_part_beyond_its_limit_is_refused() -> None:
    package = Package(word(paragraph("督查" * 99_999)))
    assert sum(map(len, package.part("word/document.xml"))) > 500_000
    with pytest.raises(Unreadable, match="炸弹"):
        list(package.part("word/document.xml", limit=500_000))


def test_a_package_without_its_main_part_is_refused() -> None:
    parts = word_parts(paragraph("督查"))
    del parts["word/document.xml"]
    assert "损坏" in sentence(zipped(parts))


def test_more_text_than_a_document_may_hold_is_refused() -> None:
    budget = Budget(40)
    assert budget.spend("x" * 20) == "x" * 20
    with pytest.raises(Unreadable, match="过长"):
        budget.spend("x" * 5)
    assert "过长" in sentence(b"a" * 26_000_000, "长.txt")
