"""Indexes that know the state, so that a column of the board looks at its own tasks; each state by deadline."""

from django.db import migrations, models

UNDONE = models.Q(("state__in", ["dispatched", "accepted", "reported"]))
WAITING = models.Q(("state__in", ["draft", "closed"]))


class Migration(migrations.Migration):
    """Two indexes wider, two more."""

    dependencies = (("tasks", "0005_undone_given"),)

    operations = (
        migrations.RemoveIndex(model_name="task", name="task_undone"),
        migrations.RemoveIndex(model_name="task", name="task_undone_given"),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=UNDONE, fields=["owner", "deadline_on", "id", "state"], name="task_undone"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=UNDONE, fields=["issuer", "deadline_on", "id", "state"], name="task_undone_given"
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["state", "deadline_on", "id"], name="task_state_due"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(condition=WAITING, fields=["issuer", "state"], name="task_waiting_given"),
        ),
    )
