"""The light of a task, and what finds the open ones among all that are over."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def light_what_is_over(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Light what no sweep will visit; whatever is under way gets its light from the first sweep."""
    task = apps.get_model("tasks", "Task")
    task.objects.filter(state__in=["closed", "settled"]).update(light="blue")
    task.objects.filter(state="suspended").update(light="grey")


class Migration(migrations.Migration):
    """Adds them."""

    dependencies = (("tasks", "0002_undone_oldest"),)

    operations = (
        migrations.AddField(
            model_name="task",
            name="light",
            field=models.CharField(
                blank=True,
                choices=[
                    ("blue", "已销号"),
                    ("green", "正常"),
                    ("yellow", "临期"),
                    ("red", "逾期"),
                    ("grey", "中止"),
                ],
                default="",
                max_length=6,
            ),
            preserve_default=False,
        ),
        migrations.RunPython(light_what_is_over, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["owner", "light"], name="task_light"),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state__in", ["dispatched", "accepted", "reported"])),
                fields=["id"],
                name="task_open",
            ),
        ),
    )
