"""Runs the site under Granian."""

import multiprocessing
import os
import socket

import click

from luoshi.edge.ops.backups.occupancy import occupying
from luoshi.edge.ops.backups.places import places
from luoshi.edge.ops.backups.replacing import finish
from luoshi.edge.ops.counter_files import FILES_OF, empty_folder
from luoshi.edge.ops.home import home
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.worker import Watch

# Two processes keep both cores of a small machine busy; one thread each, because Python code
# does not run faster in more of them and a database connection belongs to one thread.
WORKERS = 2
BLOCKING_THREADS = 1

RESTORING = _("正在恢复备份：请等它结束，再启动网站。")

# How long a request in flight may hold up the end.
STOP_SECONDS = 5


def is_free(host: str, port: int) -> bool:
    """Tell whether a server could listen on that address now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def serve(host: str, port: int) -> None:
    """Serve until interrupted, and start a worker whenever a job calls. The data directory must be prepared."""
    from granian import Granian  # noqa: PLC0415  # only this command needs the server
    from granian.constants import Interfaces  # noqa: PLC0415  # as above
    from granian.log import LogLevels  # noqa: PLC0415  # as above

    # A forked worker inherits its parent's signal handlers: told to stop while it is still
    # starting, it would swallow the signal. A fresh process does not, and shares nothing else either.
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "luoshi.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=BLOCKING_THREADS,
        workers_kill_timeout=STOP_SECONDS,
        log_level=LogLevels.warning,
    )
    directory = home()
    finish(places(directory))
    with occupying(directory, alone=False) as free:
        if not free:
            click.echo(RESTORING, err=True)
            raise SystemExit(2)
        os.environ[FILES_OF] = str(empty_folder(directory))
        with Watch(directory / "jobs"):
            server.serve()
