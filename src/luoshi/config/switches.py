"""Reads the environment variables that switch something on, list something, or count something."""

import os


def switched_on(name: str) -> bool:
    """Tell whether the variable says yes (1, true, yes, on; any case)."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def listed(name: str, default: str) -> list[str]:
    """Return the comma-separated words of the variable, or of the default when it is unset or empty."""
    words = os.environ.get(name) or default
    return [word.strip() for word in words.split(",") if word.strip()]


def counted(name: str, default: int) -> int:
    """Return the whole number above zero that the variable holds, or the default when it is unset or empty.

    Raises ``ValueError`` for anything else.
    """
    word = os.environ.get(name, "").strip()
    if not word:
        return default
    if not word.isascii() or not word.isdigit() or int(word) == 0:
        raise ValueError(f"{name} must be a whole number above zero")
    return int(word)
