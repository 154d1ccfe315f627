"""The kinds of long work, each by the name under which it is asked for. Imported whole by the settings.

Whoever brings long work adds a line: what stands there is a ``luoshi.ground.jobs.work.JobKind``.
"""

LUOSHI_JOBS = {
    "activities.import": "luoshi.edge.exchange.ledgers.job.IMPORT",
    "backup": "luoshi.edge.ops.backups.job.BACKUP",
    "ledger.export": "luoshi.edge.ops.ledger_table.EXPORT",
    "ledger.verification": "luoshi.edge.ops.ledger_check.VERIFICATION",
}
