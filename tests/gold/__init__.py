"""The reader held against documents marked by hand; they lie beside the project and may be absent."""

from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
MARKS = Path(__file__).resolve().parents[1] / "core" / "reading" / "marks"


def text_of(file: str) -> str:
    """The text of a sample with universal newlines, as every mark counts it."""
    return (SAMPLES / file).read_text(encoding="utf-8-sig")
