"""The pictures of the pages are those that are asked for, small, and shown in both languages."""

import re
import tomllib

from tidy.tree import ROOT

SHELF = ROOT / "docs" / "screenshots"
MEGABYTES = 3


def _asked() -> set[str]:
    told = tomllib.loads((ROOT / "tools" / "screenshots.toml").read_text(encoding="utf-8"))
    found = set()
    for picture in (each for role in told["role"] for each in role["picture"]):
        found |= {f"{picture['name']}.png"} if picture.get("wide", True) else set()
        found |= {f"{picture['name']}-phone.png"} if picture.get("phone") else set()
    return found


def test_every_picture_that_is_asked_for_is_there_and_no_other() -> None:
    assert {path.name for path in SHELF.glob("*.png")} == _asked()


def test_each_is_shown_in_both_languages() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = (SHELF / name).read_text(encoding="utf-8")
        assert set(re.findall(r'<img src="([^"]+)"', text)) == _asked()


def test_together_they_stay_small() -> None:
    assert sum(path.stat().st_size for path in SHELF.glob("*.png")) < MEGABYTES * 2**20
