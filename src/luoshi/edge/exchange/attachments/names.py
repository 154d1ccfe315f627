"""The name of a file that somebody brings, made safe to keep and to hand out."""

import unicodedata

from luoshi.act.tasks.lengths import FILE_NAME_LENGTH

NAMELESS = "附件"
FORBIDDEN = frozenset('<>:"|?*')


def safe_name(name: str, ending: str | None = None) -> str:
    """Return the last part of the name without what could mislead a reader or a file system.

    Control characters and marks that turn the direction of writing go; ``ending`` takes the place of the
    name's own. What is left of a name that was nothing else is ``附件``.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = "".join(each for each in last if unicodedata.category(each)[0] != "C" and each not in FORBIDDEN)
    stem, dot, own = shown.strip().strip(".").rpartition(".")
    if not dot:
        stem, own = own, ""
    last_part = ending if ending is not None else (f".{own}" if own else "")
    return f"{(stem or NAMELESS)[: FILE_NAME_LENGTH - len(last_part)]}{last_part}"[:FILE_NAME_LENGTH]
