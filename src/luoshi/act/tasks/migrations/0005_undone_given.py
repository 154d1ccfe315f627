"""An index of what is undone by who gave it, for the side of the issuers, and one by state of what is at rest."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two indexes more."""

    dependencies = (("tasks", "0004_attachments"),)

    operations = (
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state__in", ["dispatched", "accepted", "reported"])),
                fields=["issuer", "deadline_on"],
                name="task_undone_given",
            ),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state__in", ["draft", "closed", "settled", "suspended", "cancelled"])),
                fields=["state", "id"],
                name="task_at_rest",
            ),
        ),
    )
