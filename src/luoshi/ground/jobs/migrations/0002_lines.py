"""What came of each of the things that a job does one by one."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """One line for each thing."""

    dependencies = (("jobs", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="JobLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("thing", models.CharField(max_length=40)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("refused", models.BooleanField(default=False)),
                ("sentence", models.TextField()),
                ("facts", models.JSONField(default=dict)),
                (
                    "job",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="jobs.job"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("job", "thing"), name="job_line_of_thing")],
            },
        ),
    )
