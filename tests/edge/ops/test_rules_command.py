"""``luoshi rules``: what is in force, and whether a file of rules is sound."""

from datetime import date
from pathlib import Path

import pytest

from luoshi.plan.obligations.actions import draft_rule
from world.branches import committee, in_force, monthly, reported
from world.ground import AT
from world.shell import typed

SHIPPED = Path(__file__).parents[3] / "src/luoshi/content/regulations"
GUIDE = Path(__file__).parents[3] / "docs/how-to/write-a-rule.md"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOSHI_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "200")


def _own(home: Path, text: str) -> None:
    folder = home / "content" / "regulations"
    folder.mkdir(parents=True)
    (folder / "local.toml").write_text(text, encoding="utf-8")


def _guided() -> str:
    """Return the file that the guide shows, as somebody would copy it."""
    block = GUIDE.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    return "\n".join(line.removeprefix("   ") for line in block.splitlines())


def test_it_lists_every_rule_in_force_with_its_source() -> None:
    listed = typed("rules", "list")
    assert listed.exit_code == 0
    assert "ZB-10" in listed.output
    assert "《中国共产党支部工作条例" in listed.output
    assert "待核" in listed.output
    assert "BD-01" not in listed.output


def test_all_shipped_files_are_sound() -> None:
    checked = typed("rules", "check")
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert checked.output.count("0 个不符") == len(list(SHIPPED.glob("*.toml")))


def test_the_guides_own_file_is_sound_and_counts(tmp_path: Path) -> None:
    _own(tmp_path, _guided())
    checked = typed("rules", "check", str(tmp_path / "content/regulations/local.toml"))
    assert (checked.exit_code, checked.output) == (0, "local.toml：1 条规定，2 个例子，0 个不符。\n")
    assert "LOCAL-1" in typed("rules", "list").output


def test_every_mistake_is_told_at_its_line(tmp_path: Path) -> None:
    _own(tmp_path, _guided().replace('per = "quarter"', 'per = "season"').replace("at_least", "atleast"))
    checked = typed("rules", "check")
    assert checked.exit_code == 1
    assert [line.split("：")[0] for line in checked.stderr.splitlines()] == [
        "“local.toml”第 9 行",
        "“local.toml”第 20 行",
        "“local.toml”第 21 行",
    ]


def test_every_mistake_of_every_file_is_told_and_the_sound_ones_count(tmp_path: Path) -> None:
    _own(tmp_path, _guided())
    folder = tmp_path / "content" / "regulations"
    for name in ("a.toml", "b.toml"):
        wrong = _guided().replace("LOCAL", name[0]).replace("at_least = 1", "at_least = 0")
        (folder / name).write_text(wrong.replace("not temporary", "budget > 3"), encoding="utf-8")
    checked, listed = typed("rules", "check"), typed("rules", "list")
    assert (checked.exit_code, listed.exit_code) == (1, 1)
    said = [line.split("：")[0] for line in checked.stderr.splitlines()]
    assert said == [f"“{name}.toml”第 {line} 行" for name in "ab" for line in (17, 21)]
    assert [line.split("：")[0] for line in listed.stderr.splitlines()] == said
    assert "LOCAL-1" in listed.output


def test_a_case_that_comes_out_otherwise_is_told(tmp_path: Path) -> None:
    _own(tmp_path, _guided().replace('"2027-Q1" = "met"', '"2027-Q1" = "none"'))
    checked = typed("rules", "check")
    assert checked.exit_code == 1
    assert "“local.toml”第 23 行：规定“LOCAL-1”的例子“元旦起计，此前的季度不计”不符" in checked.stderr
    assert "2027-Q1 应为“不要求”，算出来是“已落实”" in checked.stderr


def test_a_date_without_a_case_on_both_sides_is_told(tmp_path: Path) -> None:
    _own(tmp_path, _guided().replace('"2026-Q4" = "none", ', ""))
    checked = typed("rules", "check")
    assert checked.exit_code == 1
    assert "没有例子说明 2027-01-01 前后的不同" in checked.stderr


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    checked = typed("rules", "check", str(tmp_path / "none.toml"))
    assert (checked.exit_code, checked.output.count("\n")) == (2, 1)


@pytest.mark.django_db
def test_it_prints_what_an_organization_owes_how_that_stands_and_why() -> None:
    who = committee()
    since = date(2026, 1, 1)
    in_force(draft_rule(who.committee, monthly(since), by=who.officer, at=AT), since)
    reported(who.branches[0], date(2026, 1, 5), date(2026, 3, 2))
    done = typed("rules", "owed", who.branches[0].code, "--year", "2026")
    assert done.exit_code == 0, done.output
    lines = [" ".join(line.split()) for line in done.output.splitlines()]
    assert lines[0] == f"{who.branches[0].name} 2026 年应尽事项"
    local = [line for line in lines if "党员教育管理情况报告" in line and "本级" in line]
    assert [line.split()[:2] for line in local[:3]] == [
        ["2026-01-31", "已落实"],
        ["2026-02-28", "未落实"],
        ["2026-03-31", "已落实"],
    ]
    assert "这一期要求 1 次，只有 0 次，缺 1 次。" in local[1]
    assert "已落实 2 ·" in f"{lines[-1]} ·"


@pytest.mark.django_db
def test_an_organization_that_is_not_there_owes_nothing() -> None:
    done = typed("rules", "owed", "nowhere")
    assert done.exit_code == 1
    assert "没有代码为“nowhere”的组织" in done.stderr
