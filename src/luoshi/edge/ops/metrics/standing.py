"""How large the installation is and when things last happened, looked up when monitoring asks."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.models import Count, IntegerField
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from luoshi.edge.ops.backups.shelf import last_made
from luoshi.edge.ops.home import LAST_SWEEP
from luoshi.ground.jobs.models import Job, JobStage
from luoshi.ground.ledger.models import Seal


class Standing(Collector):
    """Gauges that every process would answer alike, so that nothing has to be added up."""

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Give the gauges, each with a few cheap questions to the database."""
        yield _rows()
        size = GaugeMetricFamily("luoshi_database_bytes", "Size of the database")
        size.add_metric([], _database_bytes())
        yield size
        yield _jobs()
        yield _moment("luoshi_last_backup_timestamp_seconds", "When the newest backup was made", last_made())
        yield _moment("luoshi_last_sweep_timestamp_seconds", "When the last sweep ended", _swept())
        newest = Seal.objects.order_by("-day").first()
        yield _moment(
            "luoshi_last_seal_timestamp_seconds",
            "When the newest seal was made",
            newest.at if newest else None,
        )


def _rows() -> GaugeMetricFamily:
    """Rows are estimated, because counting a large table takes longer than monitoring waits."""
    gauge = GaugeMetricFamily(
        "luoshi_table_rows_estimate",
        "Rows of a table: what PostgreSQL estimates, on SQLite the highest number given",
        labels=["table"],
    )
    for table, rows in _estimates():
        gauge.add_metric([table], rows)
    return gauge


def _estimates() -> list[tuple[str, int]]:
    tables = sorted(
        model._meta.db_table  # noqa: SLF001  # public by Django's documents
        for model in apps.get_models()
        if model.__module__.startswith("luoshi.") and isinstance(model._meta.pk, IntegerField)  # noqa: SLF001  # as above
    )
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT relname, greatest(reltuples, 0)::bigint FROM pg_class"
                " WHERE relname = ANY(%s) AND relkind = 'r' AND pg_table_is_visible(oid) ORDER BY relname",
                [tables],
            )
            return [(name, rows) for name, rows in cursor.fetchall()]
        found = []
        for table in tables:
            cursor.execute(f"SELECT coalesce(max(rowid), 0) FROM {connection.ops.quote_name(table)}")  # noqa: S608  # names of our own tables
            found.append((table, cursor.fetchone()[0]))
        return found


def _database_bytes() -> int:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            size: int = cursor.fetchone()[0]
            return size
    path = Path(settings.DATABASES["default"]["NAME"])
    return path.stat().st_size if path.is_file() else 0


def _swept() -> datetime | None:
    mark = Path(settings.LUOSHI_HOME) / LAST_SWEEP
    return datetime.fromtimestamp(mark.stat().st_mtime, UTC) if mark.exists() else None


def _jobs() -> GaugeMetricFamily:
    gauge = GaugeMetricFamily("luoshi_jobs", "Jobs by how they stand", labels=["stage"])
    found = dict(Job.objects.values_list("stage").annotate(Count("pk")))
    for stage in JobStage.values:
        gauge.add_metric([stage], found.get(stage, 0))
    return gauge


def _moment(name: str, words: str, at: datetime | None) -> GaugeMetricFamily:
    """Return a gauge of a moment; without a value where it never came."""
    gauge = GaugeMetricFamily(name, words)
    if at is not None:
        gauge.add_metric([], at.timestamp())
    return gauge
