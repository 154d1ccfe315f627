"""Study hours are kept beside the counts."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """What is on record already is counted anew when somebody first asks, because the bookmark is gone."""

    dependencies = (
        ("obligations", "0001_initial"),
        ("people", "0001_initial"),
    )

    operations = (
        migrations.CreateModel(
            name="YearStudy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("tenths", models.PositiveIntegerField()),
                ("untimed", models.PositiveSmallIntegerField()),
                ("excused", models.BooleanField()),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("person", "year"), name="year_study_once"),
                ],
            },
        ),
        migrations.RunSQL("DELETE FROM obligations_bookmark", migrations.RunSQL.noop),
    )
