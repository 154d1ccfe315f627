"""English is complete: nobody meets a Chinese sentence who chose English."""

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = runpy.run_path(str(ROOT / "tools" / "words.py"))


def test_every_message_has_its_english_words() -> None:
    english = {message.id: message for message in WORDS["translated"]() if message.id}
    missing = [message.id for message in WORDS["collected"]() if message.id and message.id not in english]
    empty = [key for key, message in english.items() if not message.string or message.fuzzy]
    assert missing == [], "run `make words`, then translate"
    assert empty == []


def test_no_translation_outlives_its_message() -> None:
    used = {message.id for message in WORDS["collected"]()}
    assert [message.id for message in WORDS["translated"]() if message.id and message.id not in used] == []


def test_placeholders_survive_translation() -> None:
    broken = [message.id for message in WORDS["translated"]() if message.id and list(message.check())]
    assert broken == []
