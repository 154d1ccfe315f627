"""The kinds of long work, each by the name under which it is asked for. Imported whole by the settings.

Whoever brings long work adds a line: what stands there is a ``luoshi.ground.jobs.work.JobKind``.
"""

LUOSHI_JOBS = {
    "activities.import": "luoshi.edge.exchange.ledgers.job.IMPORT",
    "backup": "luoshi.edge.ops.backups.job.BACKUP",
    "ledger.export": "luoshi.edge.ops.ledger_table.EXPORT",
    "ledger.verification": "luoshi.edge.ops.ledger_check.VERIFICATION",
    "import": "luoshi.edge.web.organizations.importing.IMPORT",
    "rounds.sweep": "luoshi.edge.ops.rounds.SWEEP",
    "rounds.notices": "luoshi.edge.ops.rounds.NOTIFICATION",
    "rounds.files": "luoshi.edge.ops.rounds.CLEARANCE",
    "tasks.urging": "luoshi.edge.web.supervision.many.URGE_ALL",
    "tasks.transfer": "luoshi.edge.web.supervision.many.TRANSFER_ALL",
    "tasks.extension_request": "luoshi.edge.web.supervision.many.REQUEST_ALL",
    "tasks.extension": "luoshi.edge.web.supervision.many.EXTEND_ALL",
    "tasks.export": "luoshi.edge.web.supervision.taking.EXPORT",
}
