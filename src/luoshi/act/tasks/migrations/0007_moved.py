"""When somebody last moved each task, told by its story; and indexes for the table by that, and by state."""

from datetime import UTC, datetime

from django.db import migrations, models

UNDONE = models.Q(("state__in", ["dispatched", "accepted", "reported"]))
TOLD = """
UPDATE tasks_task SET moved_at = COALESCE(
    (SELECT MAX(entry."at") FROM ledger_entry entry
     WHERE entry.chain = 'task:' || tasks_task.id AND entry."by" IS NOT NULL), opened_at)
"""


class Migration(migrations.Migration):
    """One column, filled from the ledger, and four indexes."""

    dependencies = (("tasks", "0006_by_state_and_deadline"), ("ledger", "0001_initial"))

    operations = (
        migrations.AddField(
            model_name="task",
            name="moved_at",
            field=models.DateTimeField(default=datetime(2000, 1, 1, tzinfo=UTC)),
            preserve_default=False,
        ),
        migrations.RunSQL(TOLD, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state", "dispatched")), fields=["id"], name="task_dispatched"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state", "reported")), fields=["id"], name="task_reported"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(condition=UNDONE, fields=["moved_at"], name="task_undone_moved"),
        ),
        migrations.AddIndex(model_name="task", index=models.Index(fields=["moved_at"], name="task_moved")),
    )
