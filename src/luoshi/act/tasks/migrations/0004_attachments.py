"""The files of evidence, and the day of what it proves."""

from django.db import migrations, models
from django.db.models import deletion


class Migration(migrations.Migration):
    """Adds them."""

    dependencies = (("tasks", "0003_light"),)

    operations = (
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "evidence",
                    models.OneToOneField(
                        on_delete=deletion.PROTECT,
                        primary_key=True,
                        related_name="attachment",
                        serialize=False,
                        to="tasks.evidence",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("media", models.CharField(max_length=100)),
            ],
        ),
        migrations.AddField(model_name="evidence", name="happened_on", field=models.DateField(null=True)),
    )
