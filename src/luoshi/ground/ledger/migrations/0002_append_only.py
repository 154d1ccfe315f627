"""Forbids update, deletion and truncation of entries and seals in the database itself."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from luoshi.ground.ledger.triggers import installing, removing


def install(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers."""
    for statement in installing(editor.connection.vendor):
        editor.execute(statement)


def remove(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the triggers."""
    for statement in removing(editor.connection.vendor):
        editor.execute(statement)


class Migration(migrations.Migration):
    """Triggers on both tables, for SQLite and PostgreSQL."""

    dependencies = (("ledger", "0001_initial"),)
    operations = (migrations.RunPython(install, remove),)
