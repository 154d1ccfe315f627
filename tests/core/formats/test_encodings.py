"""Text files: the encoding is found, nothing is normalised, what is no text is refused."""

import pytest

from luoshi.core.formats import Unreadable, text_of

LONG = "一、总体要求\n全面落实督查制度，做到件件有着落。（督查室牵头，2024年6月底前完成）\n"
SHORT = "联通"
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [LONG, SHORT, "督查室", "第1条 works\n", "2024年6月"])
def test_each_encoding_is_found(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding), "讲话.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_chinese_that_comes_late_is_still_found(encoding: str) -> None:
    text = "a" * 50_000 + "\n" + LONG
    assert text_of(text.encode(encoding), "x.txt") == text


def test_rare_characters_of_a_national_standard() -> None:
    text = "㐀𠮷镕堃，" + LONG
    assert text_of(text.encode("gb18030"), "x.txt") == text


def test_line_ends_become_one_and_nothing_else_changes() -> None:
    assert text_of("a\r\nb\rc\n\u2028é\u3000\ufb01".encode(), "x.txt") == "a\nb\nc\n\u2028é\u3000\ufb01"


def test_another_language_in_utf8_is_text() -> None:
    assert text_of("བོད་ཡིག".encode(), "x.txt") == "བོད་ཡིག"


def test_a_stray_control_byte_does_not_make_a_text_binary() -> None:
    assert text_of(LONG.encode() * 9 + b"\x07", "x.txt").endswith("\x07")


@pytest.mark.parametrize("blank", [b"", b" \n\t", "\ufeff".encode(), "\u3000\n".encode()])
def test_blank_files_are_refused(blank: bytes) -> None:
    with pytest.raises(Unreadable, match=r"“空\.txt”.*文字"):
        text_of(blank, "空.txt")


def test_binary_under_a_text_name_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"“x\.txt”不是文字文件"):
        text_of(bytes(range(256)) * 40, "x.txt")


def test_text_that_breaks_off_inside_a_character_is_refused() -> None:
    with pytest.raises(Unreadable, match="编码"):
        text_of(LONG.encode()[:-2] + b"\xff", "x.txt")
