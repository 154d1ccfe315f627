"""A ledger that a branch kept: its columns are recognized, each fault is said at its cell, the rest is kept."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.act.activities.actions import enter
from luoshi.act.activities.attendance import Presence
from luoshi.core.formats import Unreadable
from luoshi.core.rules.kinds import ActivityKind
from luoshi.edge.exchange.ledgers import Foreseen, Sheet, foreseen, guessed, pasted, sheet_of
from luoshi.edge.exchange.ledgers.cells import hours_of, kinds_of, names_of
from luoshi.edge.exchange.ledgers.job import brought, kept
from luoshi.edge.exchange.ledgers.sheets import copied
from world.ground import AT, somebody
from world.ledgers import TITLES, ledger_file, pasted_rows
from world.meetings import Branch, branch

pytestmark = pytest.mark.django_db


def _row(**changes: str) -> tuple[str, ...]:
    plain = dict(
        zip(
            TITLES,
            (
                "1",
                "2025年3月5日",
                "党员大会、党课",
                "春季大会",
                "寅书记、卯委员，辰 同志",
                "午同志（出差）",
                "寅书记",
                "讨论了计划",
                "2",
            ),
            strict=True,
        )
    )
    return tuple((plain | changes).values())


def _judged(who: Branch, sheet: Sheet) -> Foreseen:
    return foreseen(sheet, guessed(sheet.titles), who.branch, at=AT)


def test_a_ledger_below_its_heading_becomes_activities() -> None:
    who = branch()
    found = _judged(who, sheet_of(ledger_file([_row()]), "台账.xlsx"))
    assert found.faults == []
    [telling] = found.tellings
    assert telling.kinds == {ActivityKind.GENERAL_MEETING, ActivityKind.LECTURE}
    assert (telling.held_on, telling.hours, telling.chair) == (date(2025, 3, 5), Decimal(2), who.secretary)
    assert [(each.person, each.presence) for each in telling.attendees] == [
        (who.secretary, Presence.PRESENT),
        (who.publicist, Presence.PRESENT),
        (who.others[0], Presence.PRESENT),
        (who.others[2], Presence.DUTY),
    ]


def test_breaks_within_a_cell_part_names_and_stay_in_the_minutes() -> None:
    who = branch()
    row = _row(
        活动时间="2025-03-05\n星期三",
        活动主题="春季\n大会",
        参加人员="寅书记\n卯委员、辰同志",
        主要内容="一、学习\r\n\r\n二、讨论",
    )
    for sheet in (sheet_of(ledger_file([row]), "台账.xlsx"), pasted(copied([TITLES, row]))):
        found = _judged(who, sheet)
        assert found.faults == []
        [telling] = found.tellings
        assert (telling.held_on, telling.topic) == (date(2025, 3, 5), "春季 大会")
        assert telling.minutes == "一、学习\n\n二、讨论"
        assert [each.person for each in telling.present] == [who.secretary, who.publicist, who.others[0]]


def test_everybody_means_all_members_but_those_away() -> None:
    who = branch()
    [telling] = _judged(who, pasted(pasted_rows([_row(参加人员="全体党员（12人）")]))).tellings
    assert len(telling.present) == len(who.members) - 1


def test_five_hundred_pasted_rows_with_thirty_faults_keep_the_rest() -> None:
    who = branch()
    wrong = (
        {"活动时间": "2025年3月"},
        {"活动类型": "茶话会"},
        {"参加人员": "寅书记、无此人"},
        {"主要内容": ""},
        {"参加人员": "寅书记、寅书记"},
        {"活动时间": "2099-01-01"},
    )
    rows = [_row(活动主题=f"第{number}次") for number in range(500)]
    for number in range(30):
        rows[number * 16] = _row(活动主题=f"第{number}次", **wrong[number % 6])
    found = _judged(who, pasted(pasted_rows(rows)))
    assert [each.row for each in found.faults] == [number * 16 + 2 for number in range(30)]
    assert found.new == 470
    said = [str(each) for each in found.faults[:6]]
    assert said == [
        "B2：“2025年3月”不是完整的日期：请写成 2025-06-30 的样子。",
        "C18：“茶话会”不是活动类别：请写“党员大会”“主题党日”等，几类用顿号分开。",
        "E34：没有找到“无此人”：请写全名，或先登记这个人。",
        "H50：“记录”没有填：请补上。",
        "E66：“寅书记”列了两次：一个人在一次活动里只记一次，请删去一处。",
        "B82：2099-01-01 还没有到：活动开过以后再记，会前可以先打印会议材料。",
    ]


def test_two_rows_about_one_meeting_are_one_and_what_is_known_is_not_new() -> None:
    who = branch()
    sheet = pasted(
        pasted_rows(
            [_row(活动类型="党员大会"), _row(活动类型="党课", 参加人员="巳同志"), _row(活动主题="另一次")]
        )
    )
    found = _judged(who, sheet)
    assert (len(found.tellings), found.merged, found.new) == (2, 1, 2)
    first = found.tellings[0]
    assert first.kinds == {ActivityKind.GENERAL_MEETING, ActivityKind.LECTURE}
    assert len(first.attendees) == 5
    enter(found.tellings, by=who.secretary, at=AT)
    assert (_judged(who, sheet).known, _judged(who, sheet).new) == (2, 0)


def test_a_talk_is_refused_and_who_is_ambiguous_too() -> None:
    who = branch()
    found = _judged(who, pasted(pasted_rows([_row(活动类型="谈心谈话")])))
    assert "保密的活动不从表格导入" in str(found.faults[0])
    for _twin in range(2):
        somebody("同名同志", who.branch)
    twice = _judged(who, pasted(pasted_rows([_row(参加人员="同名同志")])))
    assert "叫“同名同志”的有 2 位" in str(twice.faults[0])


def test_a_ledger_of_a_committee_names_its_branches() -> None:
    who = branch()
    titles = (*TITLES, "党支部")
    rows = [(*_row(), who.branch.name), (*_row(), "没有这个支部")]
    sheet = pasted(pasted_rows(rows, titles))
    found = foreseen(sheet, guessed(sheet.titles), who.unit, at=AT)
    assert found.tellings[0].organization == who.branch
    assert str(found.faults[0]) == "J3：您选的组织及其下级里没有“没有这个支部”：请写全称或代码。"


def test_what_a_title_meant_last_time_outranks_what_it_usually_means() -> None:
    titles = ("日期", "开会", "主题", "到会人员", "内容", "备注")
    assert "kinds" not in guessed(titles)
    assert guessed(titles, {"kinds": "开会", "minutes": "备注"}) == {
        "held_on": 1,
        "kinds": 2,
        "topic": 3,
        "people": 4,
        "minutes": 6,
    }


def test_without_a_column_that_must_be_nothing_is_judged() -> None:
    who = branch()
    found = foreseen(pasted("日期\t主题\n2025-01-01\t学习"), {"held_on": 1, "topic": 2}, who.branch, at=AT)
    assert found.unmapped == ["类别", "到会人员", "记录"]
    assert pasted("").rows == {}


def test_cells_mean_what_people_write() -> None:
    assert list(names_of("张三 李四")) == [("张三", ""), ("李四", "")]
    assert list(names_of("张 三、李四（请假，住院）\n王五")) == [
        ("张三", ""),
        ("李四", "请假 住院"),
        ("王五", ""),
    ]
    assert kinds_of("支部党员大会+主题党日活动") == {ActivityKind.GENERAL_MEETING, ActivityKind.THEME_DAY}
    assert kinds_of("支部委员会会议") == {ActivityKind.COMMITTEE_MEETING}
    assert [hours_of(text) for text in ("", "1.5小时", "2 学时")] == [None, Decimal("1.5"), Decimal(2)]
    with pytest.raises(ValueError, match="半天"):
        hours_of("半天")


def test_a_cell_of_several_lines_is_one_cell_and_other_quotes_are_marks() -> None:
    text = '日期\t主题\t内容\r\n2025-01-01\t"五一"活动\t"一、学习\r\n二、讨论""规定"""\r\n\r\n2025-01-02\t"未完\t好'
    sheet = pasted(text)
    assert sheet.rows == {
        2: ("2025-01-01", '"五一"活动', '一、学习\n二、讨论"规定"'),
        4: ("2025-01-02", '"未完', "好"),
    }


@given(st.lists(st.lists(st.text('日\t\n\r" 1\u2028', max_size=6), min_size=1, max_size=3), max_size=4))
def test_what_is_copied_is_what_was_there_wherever_quotes_and_breaks_stand(rows: list[list[str]]) -> None:
    whole = [list(TITLES), *rows]
    found = pasted(copied(whole))
    seen = {
        number: tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row)
        for number, row in enumerate(rows, 2)
    }
    assert found.rows == {number: row for number, row in seen.items() if any(cell.strip() for cell in row)}


CELLS = st.one_of(
    st.sampled_from(
        ["", "2025-03-05", "2025年13月1日", "９９９９-12-31", "0001-01-01", "党员大会", "寅书记", "全体党员"]
    ),
    st.text("寅书记、，（） \n0123456789年月日-.hN∞²½:/", max_size=12),
)


def test_whatever_stands_in_the_cells_each_row_is_taken_or_refused_at_a_cell() -> None:
    who = branch()

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.lists(CELLS, min_size=1, max_size=len(TITLES) + 1), max_size=4))
    def judged(rows: list[list[str]]) -> None:
        found = _judged(who, pasted(copied([TITLES, *rows])))
        refused = {each.row for each in found.faults}
        assert len(refused) == len(found.faults)
        assert found.rows == len(refused) + len(found.tellings) + found.merged
        assert all(re.match(r"[A-I]\d+：", str(each)) for each in found.faults)

    judged()


def test_merged_rows_are_refused_and_other_files_unreadable() -> None:
    who = branch()
    sheet = pasted(pasted_rows([_row(), _row(活动主题="二")]))
    merged = Sheet(sheet.titles, sheet.rows, frozenset({3}))
    assert "跨行的合并单元格" in str(_judged(who, merged).faults[0])
    assert kept(brought(merged)) == merged
    with pytest.raises(Unreadable):
        sheet_of(b"not a workbook", "a.xlsx")
