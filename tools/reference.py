"""Writes the pages of docs/reference that are generated from code; tests refuse a drift."""

from pathlib import Path

from luoshi.core.lifecycle.reference import page

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"


def main() -> None:
    """Write every page."""
    REFERENCE.mkdir(exist_ok=True)
    (REFERENCE / "lifecycle.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
