"""The rules in force at a site: the shipped files, the site's own beside them or in their stead."""

from datetime import date
from pathlib import Path

import pytest

from luoshi.core.refusals import Refusal
from luoshi.core.rules import Misread, docket_of
from luoshi.edge.exchange.regulations import checked, in_force, packs, rules, site_almanac, site_rules

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


def test_a_site_file_is_refused_at_its_line(tmp_path: Path) -> None:
    _write(tmp_path, "local.toml", _own().replace('per = "month"', 'per = "moon"', 1))
    with pytest.raises(Misread, match=r"“local\.toml”第 \d+ 行"):
        rules(tmp_path)
    _write(tmp_path, "local.toml", b"\xff\xfe")
    with pytest.raises(Refusal, match="TOML"):
        in_force(tmp_path)


def test_a_site_file_may_not_contradict_a_shipped_one(tmp_path: Path) -> None:
    path = _write(tmp_path, "local.toml", _own().replace('raises = "ZB-23"\n', ""))
    with pytest.raises(Misread, match=r"“local\.toml”第 \d+ 行：规定“BD-03”要求的数目是 2，“ZB-23”"):
        rules(tmp_path)
    with pytest.raises(Misread, match="BD-03"):
        checked(tmp_path, [path])


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
