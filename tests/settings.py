"""The real settings, on a data directory that is thrown away."""

import os
import tempfile
from pathlib import Path

_home = tempfile.TemporaryDirectory(prefix="luoshi-test-")
_keys = Path(_home.name) / "keys"
_keys.mkdir()
(_keys / "contacts.key").write_text("known-to-tests-only", encoding="ascii")
os.environ["LUOSHI_HOME"] = _home.name
os.environ.setdefault("LUOSHI_SECRET_KEY", "known-to-tests-only-" + "k" * 40)

from luoshi.config.settings import *  # noqa: E402, F403  # the environment has to be set first

# Whoever starts these tests may have a database with every table, to be copied instead of made anew.
if _pattern := os.environ.get("LUOSHI_TEST_PATTERN"):
    DATABASES["default"]["TEST"] = {"TEMPLATE": _pattern}  # noqa: F405  # one of the real settings

PASSWORD_HASHERS = ["world.hashing.Quick"]
