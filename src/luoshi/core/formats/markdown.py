"""Markdown: the marks go, the text and the numbers stay, one line a line.

Not a CommonMark parser on purpose: its emphasis rule leaves the asterisks standing in
``**加强“督查”**工作``, and it joins lines that official documents keep apart.
"""

import re

from .encodings import decoded
from .lines import cell, row

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}([-*_])([ \t]*\1){2,}[ \t]*")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+(\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"( {0,3}> ?)+")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_DIVIDER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?")
_BAR = re.compile(r"(?<!\\)\|")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--[^<>\n]*-->")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
# Pairs that stand tight around their text, none escaped; single asterisks both inside and around double ones.
_EMPHASIS = re.compile(r"(?<![*\\])\*(?![\s*])([^*\n]+)(?<![\s\\])\*(?!\*)")
_PAIRS = (
    _EMPHASIS,
    re.compile(r"(?<!\\)\*\*(?!\s)([^*\n]+)(?<![\s\\])\*\*"),
    _EMPHASIS,
    re.compile(r"(?<![\w\\])__?(?![\s_])([^_\n]+)(?<![\s\\])__?(?!\w)"),
    re.compile(r"~~(?!\s)([^~\n]+)(?<!\s)~~"),
    re.compile(r"`([^`\n]+)`"),
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def text_of(data: bytes) -> str:
    """The text of a Markdown file with headings, lists and tables as plain lines."""
    lines: list[str] = []
    is_code = False
    for line in decoded(data).split("\n"):
        if _FENCE.match(line):
            is_code = not is_code
        elif is_code:
            lines.append(line)
        else:
            _read(line, lines)
    return "\n".join(lines)


def _read(line: str, lines: list[str]) -> None:
    line = _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line
    if "|" in line and "-" in line and _DIVIDER.fullmatch(line.strip()):
        return
    if _RULE.fullmatch(line) or _UNDERLINE.fullmatch(line):
        return
    if heading := _HEADING.match(line):
        line = line[heading.end() :].rstrip()
        without = line.rstrip("#")
        line = without.rstrip() if not without or without[-1] in " \t" else line
    if line.lstrip().startswith("|"):
        cells = _BAR.split(line.strip().removeprefix("|"))
        cells = cells[:-1] if cells and not cells[-1].strip() else cells
        lines.append(row([cell(_plain(each)) for each in cells]))
        return
    lines.append(_plain(_BULLET.sub("", line, count=1) if _BULLET.match(line) else line))


def _plain(text: str) -> str:
    text = _TAG.sub("", _LINK.sub(r"\1", _BREAK.sub(" ", text)))
    for pair in _PAIRS:
        text = pair.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text)
