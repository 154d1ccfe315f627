"""The rules in force at a site: the shipped files, the site's own beside them or in their stead."""

import re
from datetime import date
from pathlib import Path

import pytest

from luoshi.core.rules import Misread, docket_of
from luoshi.edge.exchange.regulations import checked, in_force, packs, rules, shelf, site_almanac, site_rules

SHIPPED = packs()
LOCAL = next(pack for pack in SHIPPED if pack.name == "local_example.toml")
EXAMPLE = Path(__file__).parents[3] / "src/luoshi/content/regulations/local_example.toml"


def _write(home: Path, name: str, text: str | bytes) -> Path:
    folder = home / "content" / "regulations"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _own() -> str:
    return EXAMPLE.read_text(encoding="utf-8").replace('scope = "example"', 'scope = "local"')


def test_the_example_binds_nobody(tmp_path: Path) -> None:
    assert {pack.name for pack in SHIPPED} - {pack.name for pack in in_force(tmp_path)} == {LOCAL.name}
    assert rules(tmp_path).rule("BD-01", date(2026, 8, 1)) is None


def test_a_file_of_the_site_adds_to_what_is_in_force(tmp_path: Path) -> None:
    _write(tmp_path, "local.toml", _own())
    found = rules(tmp_path)
    assert found.rule("BD-01", date(2026, 8, 1)) is not None
    assert found.rule("ZB-10", date(2026, 8, 1)) is not None


def test_a_file_of_the_same_name_stands_in_the_shipped_ones_stead(tmp_path: Path) -> None:
    _write(tmp_path, "ratios.toml", _own())
    found = rules(tmp_path)
    assert found.rule("JG-15-1", date(2026, 8, 1)) is None
    assert found.rule("BD-01", date(2026, 8, 1)) is not None


def test_a_site_file_with_mistakes_is_left_out_and_all_else_counts(tmp_path: Path) -> None:
    _write(tmp_path, "branch.toml", _own().replace('per = "month"', 'per = "moon"'))
    _write(tmp_path, "ours.toml", _own())
    _write(tmp_path, "old.toml", b"title = 1\n# \xbe\xc9")
    found = rules(tmp_path)
    # What it was to replace counts on, and so does every other file of the site.
    assert found.rule("ZB-10", date(2026, 8, 1)) is not None
    assert found.rule("BD-01", date(2026, 8, 1)) is not None
    said = [str(each).split("：")[0] for each in shelf(tmp_path).left_out]
    assert said == ["“branch.toml”第 23 行", "“branch.toml”第 74 行", "“old.toml”第 2 行不是 UTF-8 编码"]
    with pytest.raises(Misread) as refused:
        checked(tmp_path)
    assert len(refused.value.mistakes) == 3


def test_a_mark_at_the_beginning_of_a_file_is_no_mistake(tmp_path: Path) -> None:
    _write(tmp_path, "ours.toml", b"\xef\xbb\xbf" + _own().replace("\n", "\r\n").encode())
    assert rules(tmp_path).rule("BD-01", date(2026, 8, 1)) is not None
    assert shelf(tmp_path).left_out == ()


def test_a_site_file_that_contradicts_a_shipped_one_is_left_out_alone(tmp_path: Path) -> None:
    path = _write(tmp_path, "local.toml", _own().replace('raises = "ZB-23"\n', ""))
    assert rules(tmp_path).rule("BD-01", date(2026, 8, 1)) is None
    [said] = shelf(tmp_path).left_out
    assert re.match(r"“local\.toml”第 \d+ 行：规定“BD-03”要求的数目是 2，“ZB-23 主题党日”", str(said))
    with pytest.raises(Misread, match="BD-03"):
        checked(tmp_path, [path])


def test_of_two_site_files_that_contradict_each_other_the_first_by_name_counts(tmp_path: Path) -> None:
    other = _own().replace("BD-", "CD-").replace("at_least = 1", "at_least = 2")
    _write(tmp_path, "a.toml", _own())
    _write(tmp_path, "b.toml", other)
    assert {each.facts["file"] for each in shelf(tmp_path).left_out} == {"b.toml"}
    assert rules(tmp_path).rule("BD-01", date(2026, 8, 1)) is not None


def test_what_raises_a_rule_of_a_later_file_stands(tmp_path: Path) -> None:
    raising = _own().replace("BD-", "CD-").replace('raises = "ZB-23"\n', 'raises = "BD-03"\n')
    raising = raising.replace("at_least = 2", "at_least = 3").replace("at_least = 1", "at_least = 2")
    for code in ("CD-01", "CD-02"):
        raising = raising.replace(f'id = "{code}"', f'id = "{code}"\nraises = "{code.replace("C", "B", 1)}"')
    _write(tmp_path, "a.toml", raising)
    _write(tmp_path, "b.toml", _own())
    assert shelf(tmp_path).left_out == ()


def test_a_file_is_checked_in_the_place_of_the_one_that_bears_its_name(tmp_path: Path) -> None:
    shipped = EXAMPLE.parent / "branch.toml"
    assert [pack.name for pack in checked(tmp_path, [shipped])] == ["branch.toml"]
    copy = tmp_path / "other.toml"
    copy.write_bytes(shipped.read_bytes())
    with pytest.raises(Misread, match="同时有效"):
        checked(tmp_path, [copy])


def test_the_site_is_judged_by_its_own_calendar() -> None:
    docket = docket_of(site_rules(), 2026, site_almanac())
    assert docket.of_kind("branch")
    # 1 October is a holiday, and so are the days after it.
    assert site_almanac().add_workdays(date(2026, 9, 30), 1) > date(2026, 10, 7)
