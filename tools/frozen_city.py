"""The demo's city on one fixed day, served from this process, so that pictures of it change only with the pages."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import time_machine
from click.testing import CliRunner

# A Tuesday: yesterday was worked, so there is news.
NOW = datetime(2026, 11, 24, 9, 40, tzinfo=ZoneInfo("Asia/Shanghai"))
# Who keeps backups.
KEEPER = "yuan"


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Seed the city into the empty directory ``home``, serve it on that day, and give its address."""
    os.environ.update(LUOSHI_HOME=str(home), LUOSHI_LANG="zh", DATABASE_URL="")
    os.environ.pop("LUOSHI_SECRET_KEY", None)
    with time_machine.travel(NOW, tick=True):
        _run("demo", "--no-serve")
        _back_up()
        for words in (("sweep",), ("notify",), ("seal-ledger",)):
            _run(*words)
        yield from _serving()


def _run(*words: str) -> None:
    """Type a command as an administrator does."""
    from luoshi.edge.ops.cli import main  # noqa: PLC0415  # the environment comes first

    done = CliRunner().invoke(main, words)
    if done.exit_code:
        raise RuntimeError(f"luoshi {' '.join(words)}: {done.output}")


def _back_up() -> None:
    """Put a backup on the shelf."""
    from django.utils.timezone import now  # noqa: PLC0415  # the environment comes first

    from luoshi.edge.ops.backups.shelf import back_up, new_name, shelf  # noqa: PLC0415  # as above
    from luoshi.ground.people.queries import by_account  # noqa: PLC0415  # as above

    shelf().mkdir(parents=True, exist_ok=True)
    back_up(
        shelf() / new_name(now()),
        by=by_account([KEEPER])[KEEPER].pk,
        at=now(),
        advance=lambda *_counted: None,
    )


def _serving() -> Iterator[str]:
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler  # noqa: PLC0415  # as above

    from luoshi.config.wsgi import application  # noqa: PLC0415  # as above

    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's own name
            """Say nothing: the pictures are what is looked at."""

    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet, allow_reuse_address=False)
    server.set_app(application)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
