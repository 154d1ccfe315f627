"""What policy staff write: files in TOML, shipped with the software, and a site's own that outrank them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from luoshi.core.refusals import N_, Refusal

SHIPPED = Path(__file__).resolve().parents[2] / "content"

NOT_TOML = N_("“{name}”不是合规的 TOML 文件：请核对引号、括号和日期（写作 2027-01-01，不加引号）。")


def overlay(home: Path, folder: str) -> Iterator[Path]:
    """Yield the files of a folder of ``content``: the shipped ones, then those of the data directory ``home``."""
    for content in (SHIPPED, home / "content"):
        yield from sorted((content / folder).glob("*.toml"))


def parsed(path: Path) -> dict[str, Any]:
    """Return what the file says. Raises ``Refusal`` where it is no TOML, ``OSError`` where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as mistake:
        raise Refusal(NOT_TOML, name=path.name) from mistake
