"""What is read: a document under its name, brought by somebody or one of the invented examples."""

from dataclasses import dataclass
from importlib.resources import files

EXAMPLES = ("speech", "plan")


@dataclass(frozen=True, slots=True)
class Source:
    """The text to read, with ``\\n`` line ends, and what its owner calls it; empty for pasted text."""

    name: str
    text: str


def example(name: str) -> Source:
    """One of the invented documents that come with Luoshi; raises ``LookupError`` for any other name."""
    if name not in EXAMPLES:
        raise LookupError(name)
    file = files("luoshi") / "content" / "demo" / f"{name}.txt"
    return Source(f"{name}.txt", file.read_text(encoding="utf-8"))
