"""The language of the command line, decided without Django so that it costs nothing to start.

Chinese, unless ``LUOSHI_LANG`` or else the locale (``LC_ALL``, then ``LANG``) begins with ``en``.
"""

import gettext
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).resolve().parents[2] / "locale"


def language(environ: Mapping[str, str]) -> str:
    """Return ``en`` or ``zh-hans`` for the given environment; the first variable that is set decides."""
    chosen = next((environ[name] for name in ("LUOSHI_LANG", "LC_ALL", "LANG") if environ.get(name)), "")
    return "en" if chosen.lower().startswith("en") else "zh-hans"


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    if code == "en":
        return gettext.translation("django", LOCALE, languages=["en"], fallback=True)
    return gettext.NullTranslations()


def speak() -> None:
    """Let the command-line library, which asks Python's own gettext, speak the language of this process."""
    if language(os.environ) != "en":
        os.environ["LANGUAGE"] = "zh_Hans"
        gettext.bindtextdomain("click", str(LOCALE))
        gettext.textdomain("click")


def translate(message: str) -> str:
    """Return the message in the language of this process; messages are written in Chinese."""
    return _catalogue(language(os.environ)).gettext(message)
