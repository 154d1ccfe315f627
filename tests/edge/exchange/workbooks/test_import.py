"""Importing workbooks: a verdict for each cell, all of it or nothing, and an export that changes nothing."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter

from luoshi.core.formats import Unreadable
from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.workbooks import VerdictKind, organizations, people
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.actions import dissolve
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import everything, parent_of
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import everybody
from world.ground import AT, plant, somebody

pytestmark = pytest.mark.django_db
HEADER = [column.title for column in organizations.COLUMNS]
ROOT = ["w", "", "机关工委", "工委", "机关工委", "2001-07-01", "2024年6月30日", "5"]
UNIT = ["u", "w", "甲局", "", "单位", "", "", ""]
OFFICE = ["o", "u", "甲局一处", "", "处室", "", "", ""]
Touch = Callable[[Any, Any], object]


def _book(*rows: list[str], header: list[str] | None = None, touch: Touch | None = None) -> bytes:
    written = BytesIO()
    book = xlsxwriter.Workbook(written)
    sheet = book.add_worksheet()
    for number, row in enumerate([header or HEADER, *rows]):
        for place, text in enumerate(row):
            if text:
                sheet.write_string(number, place, text)
    if touch:
        touch(book, sheet)
    book.close()
    return written.getvalue()


def _refused(data: bytes) -> list[str]:
    """Return the sentences that stand in the way, and make sure that nothing at all is written."""
    before = (Organization.objects.count(), Entry.objects.count())
    sentences = [str(each) for each in organizations.preview(data, "a.xlsx").refused]
    with pytest.raises(Refusal, match="一行也没有写入"):
        organizations.commit(data, "a.xlsx", by=None, at=AT)
    assert (Organization.objects.count(), Entry.objects.count()) == before
    return sentences


def _commit(data: bytes) -> tuple[int, int, int]:
    done = organizations.commit(data, "a.xlsx", by=None, at=AT)
    return done.founded, done.changed, done.same


def test_a_tree_is_imported_in_any_order_and_its_export_changes_nothing() -> None:
    assert _commit(_book(OFFICE, UNIT, ROOT)) == (3, 0, 0)
    office = Organization.objects.get(code="o")
    above = parent_of(office)
    assert above is not None
    assert (above.code, above.numchild) == ("u", 1)
    entries = Entry.objects.count()
    exported = organizations.export(everything())
    assert {each.kind for each in organizations.preview(exported, "a.xlsx").verdicts} == {VerdictKind.SAME}
    assert _commit(exported) == (0, 0, 3)
    assert organizations.export(everything()) == exported
    assert Entry.objects.count() == entries


def test_a_preview_says_what_each_cell_would_change_and_writes_nothing() -> None:
    _commit(_book(ROOT, UNIT))
    renamed = [*UNIT[:2], "甲乙局", *UNIT[3:]]
    foreseen = organizations.preview(_book(ROOT, renamed, OFFICE), "a.xlsx")
    assert [str(each) for each in foreseen.notable] == ["C3：“名称”由“甲局”改为“甲乙局”。"]
    assert foreseen.counts == (1, 1, 1, 0)
    new = [str(each) for each in foreseen.verdicts if each.kind is VerdictKind.NEW]
    assert new[0] == "A4：新增“o”。"
    assert len(new) == len(HEADER)
    assert Organization.objects.get(code="u").name == "甲局"
    assert _commit(_book(ROOT, renamed, OFFICE)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([[*UNIT[:1], "x", *UNIT[2:]]], "B2：代码为“x”的组织不存在"),
        ([ROOT, UNIT, [*UNIT[:2], "另", *UNIT[3:]]], "A4：“u”在 A3 已经列过"),
        ([[*ROOT[:4], "公司", *ROOT[5:]]], "E2：“公司”不是可选的“类型”：请从机关工委、党组"),
        ([[*ROOT[:5], "2001年7月", *ROOT[6:]]], "F2：“2001年7月”不是完整的日期"),
        ([[*ROOT[:5], "2001-02-30", *ROOT[6:]]], "F2：“2001-02-30”不是完整的日期"),
        ([[*ROOT[:7], "三年"]], "H2：“三年”不是整数"),
        ([[*ROOT[:7], "30"]], "H2：“机关工委”的任期为 30 年，不在 1 至 10 年之间"),
        ([[*ROOT[:6], "1999-01-01", "5"]], "G2：“机关工委”的最近换届日期 1999-01-01 早于成立日期"),
        ([["", *ROOT[1:]]], "A2：“代码”没有填"),
        ([[*ROOT[:2], "长" * 101, *ROOT[3:]]], "C2：“名称”有 101 个字，超过 100"),
        ([[*ROOT, "备注"]], "I2：这一格上方没有表头"),
        ([["a", "b", "甲", "", "单位"], ["b", "a", "乙", "", "单位"]], "B2：上级“b”就是它本身或它的下级"),
        ([["a", "a", "甲", "", "单位"]], "B2：上级“a”就是它本身"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(rows: list[list[str]], sentence: str) -> None:
    assert _refused(_book(*rows))[0].startswith(sentence)


@pytest.mark.parametrize(
    ("header", "sentence"),
    [
        (["名单", *HEADER[1:]], "A1：表头“名单”不认识"),
        (HEADER[:-1], "H1：表头缺少“任期（年）”一列"),
        ([*HEADER, "代码"], "I1：表头“代码”出现两次"),
        ([""], "A1：第 1 行应为表头（代码、上级代码"),
    ],
)
def test_a_wrong_header_is_named(header: list[str], sentence: str) -> None:
    assert _refused(_book(ROOT, header=header))[0].startswith(sentence)


@pytest.mark.parametrize(
    ("touch", "sentence"),
    [
        (lambda _book, sheet: sheet.merge_range("C2:C3", "机关工委"), "C2：C2:C3 是合并单元格"),
        (lambda _book, sheet: sheet.set_row(2, None, None, {"hidden": True}), "A3：第 3 行是隐藏行"),
        (lambda _book, sheet: sheet.set_column("D:D", 9, None, {"hidden": True}), "D1：这一列是隐藏列"),
        (lambda _book, sheet: sheet.write_formula("C3", '="甲"&"局"', None, "甲局"), "C3：这一格是公式"),
    ],
)
def test_what_looks_different_from_what_it_holds_is_refused(touch: Touch, sentence: str) -> None:
    assert _refused(_book(ROOT, UNIT, touch=touch))[0].startswith(sentence)


def test_a_cycle_through_what_already_stands_is_named() -> None:
    root = plant("w")
    middle = plant("m", root)
    plant("leaf", middle)
    assert _refused(_book(["w", "leaf", "工委", "", "机关工委"]))[0].startswith(
        "B2：上级“leaf”就是它本身或它的下级"
    )


def test_what_has_ended_is_not_imported() -> None:
    dissolve(plant("x"), by=None, at=AT)
    assert _refused(_book(["x", "", "甲", "", "单位"]))[0].startswith("A2：“x”已于 2026-03-02 撤销")


@pytest.mark.scale
def test_a_sheet_of_200000_rows_is_refused_at_the_first_row_too_many() -> None:
    data = _book(*(["c", "", "甲", "", "单位"] for _row in range(200_000)))
    with pytest.raises(Unreadable, match=r"“a.xlsx”从 A50001 起超过 50000 行的上限，一行也没有写入"):
        organizations.preview(data, "a.xlsx")


@pytest.mark.parametrize(
    ("data", "sentence"), [(b"", "空文件"), (b"a,b", "不是 Excel 工作簿"), (b"PK\x03\x04", "损坏")]
)
def test_what_is_no_workbook_is_said(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable, match=f"“a.xlsx”.*{sentence}"):
        organizations.preview(data, "a.xlsx")


def test_templates_hold_the_header_and_no_row() -> None:
    assert organizations.preview(organizations.template(), "a.xlsx").verdicts == []
    assert people.preview(people.template(), "a.xlsx", at=AT).verdicts == []


def _people(*rows: list[str]) -> bytes:
    return _book(*rows, header=[column.title for column in people.COLUMNS])


def test_people_are_imported_and_their_export_changes_nothing() -> None:
    plant("b")
    rows = [["lin", "林一", "正式党员", "2011-07-01", "b"], ["wu", "吴二", "非党员", "", ""]]
    assert people.commit(_people(*rows), "p.xlsx", by=None, at=AT).registered == 2
    exported = people.export(everybody())
    assert people.preview(exported, "p.xlsx", at=AT).counts == (0, 0, 2, 0)
    rows[0][1] = "林一一"
    changed = people.preview(_people(*rows), "p.xlsx", at=AT)
    assert [str(each) for each in changed.notable] == ["B2：“姓名”由“林一”改为“林一一”。"]
    assert people.commit(_people(*rows), "p.xlsx", by=None, at=AT).changed == 1


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (["lin", "林一", "正式党员", "", "nowhere"], "E2：代码为“nowhere”的组织不存在"),
        (["lin", "林一", "正式党员", "", ""], "E2：“林一”是党员，要有所在党支部"),
        (["lin", "林一", "非党员", "2011-07-01", ""], "D2：“林一”不是党员，不应有入党日期 2011-07-01"),
        (
            ["lin", "林一", "群众", "", ""],
            "C2：“群众”不是可选的“政治面貌”：请从正式党员、预备党员、非党员中选",
        ),
    ],
)
def test_a_person_that_cannot_be_taken_is_named(row: list[str], sentence: str) -> None:
    somebody("旧人")
    data = _people(["ok", "好", "非党员"], row)
    [refused] = people.preview(data, "p.xlsx", at=AT).refused
    assert str(refused).startswith(sentence.replace("2：", "3：", 1))
    with pytest.raises(Refusal, match=r"有 1 处不能导入（第一处是 .3），一行也没有写入"):
        people.commit(data, "p.xlsx", by=None, at=AT)
    assert Person.objects.count() == 1
