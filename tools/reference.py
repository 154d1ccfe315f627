"""Writes the pages of docs/reference that are generated from code; tests refuse a drift.

Another folder may be named in which to write them.
"""

import os
import sys
from pathlib import Path

# The documents are English; the commands choose their language as they are loaded.
os.environ["LUOSHI_LANG"] = "en"

from luoshi.core.lifecycle import reference as lifecycle
from luoshi.edge.ops import reference as commands
from luoshi.edge.ops import rules_reference as rules

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"


def main() -> None:
    """Write every page."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else REFERENCE
    folder.mkdir(exist_ok=True)
    pages = {"lifecycle.md": lifecycle.page(), "commands.md": commands.page(), "rules.md": rules.page()}
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
