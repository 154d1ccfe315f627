"""An index of what is undone by deadline, for what is longest overdue."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One partial index more."""

    dependencies = (("tasks", "0001_initial"),)

    operations = (
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state__in", ("dispatched", "accepted", "reported"))),
                fields=["deadline_on", "id", "owner"],
                name="task_undone_oldest",
            ),
        ),
    )
