"""What forbids change in the database itself, whoever is connected.

SQLite replaces a row by ``INSERT OR REPLACE`` without calling its delete triggers, so a third
trigger there refuses an insert in place of a row that exists. PostgreSQL has ``TRUNCATE`` to refuse.
A migration that remakes a table on SQLite loses its triggers and has to install them again.
"""

MESSAGE = "the ledger is append-only"
FORBID = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
TABLES = {"ledger_entry": "chain = NEW.chain AND sequence = NEW.sequence", "ledger_seal": "day = NEW.day"}

_INSTALLING = {
    "sqlite": (
        "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {forbid}",
        "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {forbid}",
        """CREATE TRIGGER {table}_no_replacement BEFORE INSERT ON {table}
        WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
        OR EXISTS (SELECT 1 FROM {table} WHERE {same}) {forbid}""",
    ),
    "postgresql": (
        """CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION '{message}'; END $$""",
        """CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()""",
    ),
}
_REMOVING = {
    "sqlite": (
        "DROP TRIGGER {table}_no_update",
        "DROP TRIGGER {table}_no_delete",
        "DROP TRIGGER {table}_no_replacement",
    ),
    "postgresql": ("DROP TRIGGER {table}_append_only ON {table}", "DROP FUNCTION {table}_refuse()"),
}


def installing(vendor: str) -> list[str]:
    """Return the statements that forbid change, for ``sqlite`` or ``postgresql``. Raises ``KeyError``."""
    return _for_each_table(_INSTALLING[vendor])


def removing(vendor: str) -> list[str]:
    """Return the statements that undo ``installing``. Raises ``KeyError``."""
    return _for_each_table(_REMOVING[vendor])


def _for_each_table(statements: tuple[str, ...]) -> list[str]:
    return [
        statement.format(table=table, same=same, message=MESSAGE, forbid=FORBID)
        for table, same in TABLES.items()
        for statement in statements
    ]
