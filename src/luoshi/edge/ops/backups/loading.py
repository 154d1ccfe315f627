"""Builds a database from the tables of a backup, as the version that made it had them, then brings it up to date."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any
from zipfile import ZipFile

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from luoshi.core.refusals import N_, Refusal

from .manifest import Manifest
from .refusals import COUNTED, MISSING, TOO_NEW
from .tables import insert, models_of, rows

LOADING = N_("正在写入数据")
BATCH = 5000

Advance = Callable[[int, int, str], None]


def build(file: ZipFile, manifest: Manifest, advance: Advance) -> None:
    """Make the tables of a database without any, and fill them. Raises ``Refusal`` where a count differs."""
    executor = MigrationExecutor(connection)
    # Only what moves tables about: an app that is gone has left nothing that a later version could use.
    known = executor.loader.disk_migrations or {}
    applied = {_key(name) for name in manifest.migrations}
    if not applied <= set(known):
        raise Refusal(TOO_NEW, version=manifest.version)
    leaves = _leaves(executor, applied)
    executor.migrate(leaves)
    then = executor.loader.project_state(leaves).apps
    models = models_of(then)
    with transaction.atomic():
        _fill(file, manifest, models, advance)
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            _run(statement)
        if connection.vendor == "postgresql":
            # References are looked at now, because a table may not change while any is still to be looked at.
            _run("SET CONSTRAINTS ALL IMMEDIATE")
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)


def drop_everything() -> None:
    """Remove the tables of this installation from a PostgreSQL database, with what their triggers call."""
    names = {*connection.introspection.django_table_names(only_existing=True), "django_migrations", "cache"}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tgfoid::regprocedure::text FROM pg_trigger"
            " WHERE NOT tgisinternal AND tgrelid = ANY(SELECT to_regclass(name)::oid FROM unnest(%s::text[]) name)",
            [[connection.ops.quote_name(name) for name in names]],
        )
        functions = [row[0] for row in cursor.fetchall()]
        for name in sorted(names):
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(name)} CASCADE")
        for function in functions:
            cursor.execute(f"DROP FUNCTION {function}")


def _fill(file: ZipFile, manifest: Manifest, models: list[type[Model]], advance: Advance) -> None:
    parts = {part.name: part for part in manifest.parts if part.rows is not None}
    total, done = sum(part.rows or 0 for part in parts.values()), 0
    for model in models:
        label = model._meta.label_lower  # noqa: SLF001  # public by Django's documents
        part = parts.pop(f"tables/{label}.jsonl", None)
        if part is None:
            raise Refusal(MISSING, part=label)
        # A migration may have brought rows of its own, which the backup has too.
        if model._base_manager.exists():  # noqa: SLF001  # the one that hides no row
            model._base_manager.all()._raw_delete(connection.alias)  # noqa: SLF001  # past every hook
        with file.open(part.name) as table:
            columns, told = rows(model, table)
            for batch in _batches(told):
                insert(model, columns, batch)
                done += len(batch)
                advance(done, total, LOADING)
        found = model._base_manager.count()  # noqa: SLF001  # as above
        if found != part.rows:
            raise Refusal(COUNTED, part=label, found=str(found), count=str(part.rows))
    if parts:
        raise Refusal(MISSING, part=next(iter(parts)))


def _batches(told: Iterator[list[Any]]) -> Iterator[list[list[Any]]]:
    while batch := list(islice(told, BATCH)):
        yield batch


def _leaves(executor: MigrationExecutor, applied: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return of each app the last migration that the backup had seen."""
    nodes = executor.loader.graph.node_map
    return [
        key
        for key in sorted(applied)
        if not any(child.key in applied and child.key[0] == key[0] for child in nodes[key].children)
    ]


def _key(name: str) -> tuple[str, str]:
    app, _dot, migration = name.partition(".")
    return app, migration


def _run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
