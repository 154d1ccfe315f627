"""The real site: prepared and served by the same commands that an administrator uses."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .databases import installed

PATIENCE_SECONDS = 60
COMMAND = [str(Path(sys.executable).with_name("luoshi"))]


def free_port() -> int:
    """Return a port on the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise AssertionError(f"the server ended with {server.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310  # our own address
                return
        except OSError:
            # Not there yet, or so busy that it did not answer in time.
            time.sleep(0.05)
    raise AssertionError(f"no answer from {url} in {PATIENCE_SECONDS} s")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to stop; where it does not, end it and its workers, and fail."""
    server.send_signal(signal.SIGINT)
    try:
        server.wait(timeout=PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
        raise


@contextmanager
def serving(home: Path, *, verb: str = "serve", module: str = "", **environment: str) -> Iterator[str]:
    """Prepare ``home``, serve it, and give the address of the site; stop the server afterwards.

    ``demo`` as the verb prepares by itself. ``module`` names other settings than Luoshi's to serve with.
    """
    settings = {**os.environ, "LUOSHI_HOME": str(home), "LUOSHI_LANG": "zh", **environment}
    settings.pop("DJANGO_SETTINGS_MODULE", None)
    settings.pop("LUOSHI_SECRET_KEY", None)
    if verb == "serve":
        subprocess.run([*COMMAND, "migrate"], env=settings, check=True, capture_output=True)
    if module:
        settings["DJANGO_SETTINGS_MODULE"] = module
    port = free_port()
    server = subprocess.Popen([*COMMAND, verb, "--port", str(port)], env=settings, start_new_session=True)
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        _stop(server)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site on SQLite, shared by every test that only reads."""
    home = tmp_path_factory.mktemp("home")
    installed(home)
    with serving(home, DATABASE_URL="") as address:
        yield address


Fetch = Callable[[str], tuple[int, str]]


@pytest.fixture
def fetch() -> Fetch:
    """Give a function from an address to its status and text, for any status."""

    def get(url: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310  # our own address
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            with refused:
                return refused.code, refused.read().decode()

    return get
