"""Both READMEs say the same, and what they tell people to type exists."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from luoshi import __version__
from luoshi.edge.ops.cli import main
from tidy.tree import ROOT, files

READMES = ("README.md", "README.zh-CN.md")
FENCE = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _prose(name: str) -> str:
    return FENCE.sub("", _text(name))


def test_both_have_the_same_headings_and_commands() -> None:
    english, chinese = (re.findall(r"^#+(?= )", _prose(name), re.MULTILINE) for name in READMES)
    assert english == chinese
    assert FENCE.findall(_text(READMES[0])) == FENCE.findall(_text(READMES[1]))


def test_both_name_the_same_variables() -> None:
    english, chinese = (re.findall(r"^\| `([A-Z_]+)`", _text(name), re.MULTILINE) for name in READMES)
    assert english == chinese
    used = set(re.findall(r'"(LUOSHI_[A-Z_]+|DATABASE_URL)"', "".join(map(_text, _sources()))))
    assert used == set(english)


def _sources() -> list[str]:
    return [name for name in files() if name.startswith("src/luoshi/") and name.endswith(".py")]


@pytest.mark.parametrize("name", [name for name in files() if name.endswith(".md")])
def test_what_it_tells_to_type_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", _text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", _text(name), re.MULTILINE))
    assert named <= targets
    commands = set(main.list_commands(main.make_context("luoshi", [], resilient_parsing=True)))
    assert set(re.findall(r"(?:`|^|^\$ )luoshi ([a-z-]+)", _text(name), re.MULTILINE)) <= commands


@pytest.mark.parametrize("name", [name for name in files() if name.endswith(".md")])
def test_its_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", _prose(name))
    assert [link for link in links if not ((ROOT / name).parent / link).exists()] == []


def test_the_changelog_knows_this_version() -> None:
    assert f"\n## {__version__}" in _text("CHANGELOG.md")


def test_the_how_to_shows_what_reading_prints() -> None:
    """The block after the command is its output, 100 columns wide; the READMEs are typed as a journey."""
    command, shown = FENCE.findall(_text("docs/how-to/read-a-document.md"))[:2]
    done = subprocess.run(
        [str(Path(sys.executable).with_name("luoshi")), *command.split()[1:]],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", "LUOSHI_LANG": "zh", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert [line.rstrip() for line in done.stdout.splitlines()] == shown.splitlines()
