"""Where state lives. Everything that Luoshi keeps is under one directory, ``LUOSHI_HOME``."""

import os
from pathlib import Path

# Its own time is when the last sweep ended.
LAST_SWEEP = "last-sweep"


def home() -> Path:
    """Return the absolute data directory: ``LUOSHI_HOME``, or ``var`` below the current directory."""
    return Path(os.environ.get("LUOSHI_HOME") or "var").resolve()


def key_file(directory: Path) -> Path:
    """Return where the signing key of a data directory is kept."""
    return directory / "keys" / "signing.key"


def contacts_key_file(directory: Path) -> Path:
    """Return where the key that seals contact details is kept."""
    return directory / "keys" / "contacts.key"


def signing_key(directory: Path) -> str:
    """Return the signing key: ``LUOSHI_SECRET_KEY``, or the one that ``luoshi migrate`` generated.

    Empty when there is neither. Django then refuses the first use of the key, which is what
    keeps reading the settings free of side effects.
    """
    from_environment = os.environ.get("LUOSHI_SECRET_KEY")
    if from_environment:
        return from_environment
    stored = key_file(directory)
    return stored.read_text(encoding="ascii").strip() if stored.exists() else ""
