"""Keeps the house tidy: sizes and bans. There is no list of exceptions."""

import ast
import statistics

import pytest

from tidy.bans import BANS, Ban
from tidy.tree import QUOTING, ROOT, files, lines

WRITTEN_BY_HAND = (".py", ".html", ".css", ".js", ".md", ".sh", ".toml")
FILE_LINES = 400
MEDIAN_LINES = 100
FUNCTION_LINES = 70
TEMPLATE_LINES = 80


def _named(*suffixes: str) -> list[str]:
    return [name for name in files() if name.endswith(suffixes)]


def _functions(name: str) -> list[tuple[str, int]]:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    found = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return [(f"{name}: {node.name}", (node.end_lineno or 0) - node.lineno + 1) for node in found]


def test_no_file_is_too_long() -> None:
    assert [name for name in _named(*WRITTEN_BY_HAND) if len(lines(name)) > FILE_LINES] == []


def test_most_modules_are_short() -> None:
    assert statistics.median(len(lines(name)) for name in _named(".py")) <= MEDIAN_LINES


def test_no_template_is_too_long() -> None:
    assert [name for name in _named(".html") if len(lines(name)) > TEMPLATE_LINES] == []


def test_no_function_is_too_long() -> None:
    sizes = [pair for name in _named(".py") for pair in _functions(name)]
    assert sizes
    assert [pair for pair in sizes if pair[1] > FUNCTION_LINES] == []


@pytest.mark.parametrize("ban", BANS, ids=lambda ban: ban.name)
def test_ban_knows_good_from_bad(ban: Ban) -> None:
    assert ban.good
    assert ban.bad
    assert [line for line in ban.good if ban.hits(line)] == []
    assert [line for line in ban.bad if not ban.hits(line)] == []


@pytest.mark.parametrize("ban", BANS, ids=lambda ban: ban.name)
def test_ban_holds(ban: Ban) -> None:
    covered = [name for name in files() if name != QUOTING and ban.covers(name)]
    assert covered, "a ban that covers no file guards nothing"
    if ban.of_path:
        broken = [name for name in covered if ban.hits(name)]
    else:
        broken = [
            f"{name}:{number}: {line.strip()}"
            for name in covered
            for number, line in enumerate(lines(name), 1)
            if ban.hits(line)
        ]
    assert broken == [], ban.why
