"""Where an installation keeps its state, known without Django: restoring begins before Django may look."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

# Under the data directory. Static files are made again, jobs and backups stay where they are.
FOLDERS = ("keys", "files", "content")
STAGING, JOURNAL = "restoring", "journal.json"

_WRITTEN = "SELECT 1 FROM ledger_entry LIMIT 1"


@dataclass(frozen=True)
class Places:
    """The data directory, and the address of the database where that is none of SQLite's own here."""

    home: Path
    url: str

    @property
    def on_postgresql(self) -> bool:
        """Whether the database is a PostgreSQL server."""
        return self.url.startswith("postgres")

    @property
    def database(self) -> Path:
        """The database file, where there is one."""
        if self.url.startswith("sqlite"):
            import dj_database_url  # noqa: PLC0415  # it loads Django, and most commands start without

            return Path(str(dj_database_url.parse(self.url)["NAME"])).resolve()
        return self.home / "luoshi.sqlite3"

    @property
    def staging(self) -> Path:
        """Where a restored data directory is built."""
        return self.home / STAGING

    @property
    def staged_database(self) -> Path:
        """Where a restored database file is built: beside the one it will replace, to be moved in one step."""
        return self.database.with_name(f"{self.database.name}.{STAGING}")

    def holds_data(self) -> bool:
        """Tell whether anything happened here: an entry in the ledger, or a file that somebody brought."""
        return _is_any(self.home / "files") or self._is_written()

    def _is_written(self) -> bool:
        import psycopg  # noqa: PLC0415  # most commands start without

        try:
            if self.on_postgresql:
                with psycopg.connect(self.url) as server:
                    return server.execute(_WRITTEN).fetchone() is not None
            with sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True) as file:
                return file.execute(_WRITTEN).fetchone() is not None
        except (psycopg.errors.UndefinedTable, sqlite3.OperationalError):
            # No database yet, or none of ours.
            return False

    def remembers(self, restore: str) -> bool:
        """Tell whether the PostgreSQL database has the entry that the restore of that name wrote."""
        import psycopg  # noqa: PLC0415  # as above

        question = "SELECT 1 FROM ledger_entry WHERE verb = 'backup.restored' AND position(%s in facts) > 0"
        try:
            with psycopg.connect(self.url) as server:
                return server.execute(question, (restore,)).fetchone() is not None
        except psycopg.errors.UndefinedTable:
            return False


def places(home: Path) -> Places:
    """Return the places of the installation in that directory, as the environment has them."""
    return Places(home, os.environ.get("DATABASE_URL") or "")


def _is_any(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())
