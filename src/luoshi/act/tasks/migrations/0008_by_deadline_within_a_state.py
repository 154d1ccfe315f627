"""No index of all tasks begins with the state any more: SQLite took it where it has a better one."""

from django.db import migrations, models

UNDONE = models.Q(("state__in", ["dispatched", "accepted", "reported"]))
AT_REST = models.Q(("state__in", ["draft", "closed", "settled", "suspended", "cancelled"]))
WIDER = {"task_undone_oldest": ["deadline_on", "id", "owner", "state"], "task_open": ["id", "state"]}


class Migration(migrations.Migration):
    """One index of what is at rest in the place of one of all; two that know the state as well."""

    dependencies = (("tasks", "0007_moved"),)

    operations = (
        migrations.RemoveIndex(model_name="task", name="task_state_due"),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=AT_REST, fields=["state", "deadline_on", "id"], name="task_at_rest_due"
            ),
        ),
        *(migrations.RemoveIndex(model_name="task", name=name) for name in WIDER),
        *(
            migrations.AddIndex(
                model_name="task", index=models.Index(condition=UNDONE, fields=fields, name=name)
            )
            for name, fields in WIDER.items()
        ),
    )
