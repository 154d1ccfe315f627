"""Makes a data directory ready to serve from: its key, its database, its static files."""

import gc
import os
import secrets
from pathlib import Path

import click

from luoshi.edge.ops.backups.occupancy import occupying
from luoshi.edge.ops.backups.places import places
from luoshi.edge.ops.backups.replacing import finish
from luoshi.edge.ops.home import contacts_key_file, home, key_file
from luoshi.edge.ops.language import translate as _

RESTORING = _("正在恢复备份：请等它结束，再执行这条命令。")
UNPREPARED = _("数据库还没有准备好：请先执行 luoshi migrate。")


def write_key(path: Path) -> bool:
    """Write a new signing key that only its owner may read; return False where one exists already."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    return True


def is_prepared() -> bool:
    """Load Django, and tell whether the database has every table that this version needs.

    A restore that was cut off after it was decided is finished first.
    """
    finish(places(home()))
    _stay()
    _load_django()
    from django.db import OperationalError, connection  # noqa: PLC0415  # Django loads only here
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415  # as above

    try:
        executor = MigrationExecutor(connection)
    except OperationalError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _load_django() -> None:
    """Load Django, once in a process, and look for no garbage meanwhile nor in it at the end: all of it is needed.

    Looking took a third of the time of a short command.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luoshi.config.settings")
    gc.disable()
    try:
        import django  # noqa: PLC0415  # commands that need no database start without it
        from django.apps import apps  # noqa: PLC0415  # as above

        if not apps.ready:
            django.setup()
            gc.freeze()
    finally:
        gc.enable()


def _stay() -> None:
    """Be in the data directory until the command ends, so that nobody replaces it; end in one sentence where one does."""
    command = click.get_current_context(silent=True)
    if command is not None and not command.with_resource(occupying(home(), alone=False)):
        click.echo(RESTORING, err=True)
        raise SystemExit(2)


def refuse_unprepared() -> None:
    """Load Django; end with exit code 2 and one sentence when the database is not ready."""
    if not is_prepared():
        click.echo(UNPREPARED, err=True)
        raise SystemExit(2)


def prepare() -> Path:
    """Create what is missing under ``LUOSHI_HOME``, bring the database up to date, return the directory.

    Repeating it changes nothing.
    """
    directory = home()
    finish(places(directory))
    _stay()
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not os.environ.get("LUOSHI_SECRET_KEY"):
        write_key(key_file(directory))
    write_key(contacts_key_file(directory))

    # The settings read the key, so it has to be there first.
    _load_django()
    from django.core.management import call_command  # noqa: PLC0415  # Django loads only here
    from django.db import connections  # noqa: PLC0415  # as above

    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    # Whoever serves next does so in processes of its own.
    connections.close_all()
    return directory
