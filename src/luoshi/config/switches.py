"""Reads the environment variables that switch something on, or list something."""

import os


def switched_on(name: str) -> bool:
    """Tell whether the variable says yes (1, true, yes, on; any case)."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def listed(name: str, default: str) -> list[str]:
    """Return the comma-separated words of the variable, or of the default when it is unset or empty."""
    words = os.environ.get(name) or default
    return [word.strip() for word in words.split(",") if word.strip()]
