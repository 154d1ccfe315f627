"""Behind HTTPS every cookie is bound to this host and to encrypted connections."""

import os
import subprocess
import sys

SHOW = (
    "import luoshi.config.security as s; "
    "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_NAME, s.SECURE_HSTS_SECONDS > 0)"
)


def _settings(https: str) -> str:
    environment = {**os.environ, "LUOSHI_HTTPS": https}
    shown = subprocess.run([sys.executable, "-c", SHOW], env=environment, check=True, capture_output=True)
    return shown.stdout.decode().strip()


def test_https_hardens_the_cookies() -> None:
    assert _settings("1") == "True True __Host-session True"


def test_plain_http_on_a_laptop_still_works() -> None:
    assert _settings("") == "False False luoshi-session False"
