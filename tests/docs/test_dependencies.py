"""Every package that we ask for has its reason, its lock and no address."""

import json
import re
import tomllib

import pytest

from tidy.tree import ROOT

LOCKS = ("uv", "node", "base", "dev")
BUILD_ONLY = {"flit-core"}


def _asked(name: str) -> set[str]:
    text = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8")
    return {
        re.split(r"[\[<>=~! ]", line)[0].lower() for line in text.splitlines() if line and line[0] not in "-#"
    }


def test_every_package_has_its_reason_and_no_reason_is_left_over() -> None:
    text = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")][2:]
    explained = {row[0].strip() for row in rows if row[1].strip()}
    front_end = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    asked = (
        set().union(*map(_asked, LOCKS)) | set(front_end["dependencies"]) | set(front_end["devDependencies"])
    )
    assert explained == asked


def test_the_package_asks_for_what_the_base_lock_holds() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[\[<>=~! ]", line)[0].lower() for line in project["dependencies"]}
    assert declared == _asked("base") - BUILD_ONLY


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^[a-z0-9][^\n]*\\\n(?:    --hash[^\n]*\n)+", text, re.MULTILINE)
    assert len(entries) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) > 0
    assert "://" not in text


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_asked_for_is_locked(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert _asked(name) <= set(re.findall(r"^([a-z0-9.-]+)(?:\[.*\])?==", text, re.MULTILINE))


def test_the_front_end_lock_names_no_index() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
