"""The real settings, on a data directory that is thrown away."""

import os
import tempfile

_home = tempfile.TemporaryDirectory(prefix="luoshi-test-")
os.environ["LUOSHI_HOME"] = _home.name
os.environ.setdefault("LUOSHI_SECRET_KEY", "known-to-tests-only-" + "k" * 40)

from luoshi.config.settings import *  # noqa: E402, F403  # the environment has to be set first

PASSWORD_HASHERS = ["world.hashing.Quick"]
