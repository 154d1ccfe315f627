"""The table of calendar feeds."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As the first version had it."""

    initial = True

    dependencies = (("people", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="Feed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("titles", models.BooleanField(default=False)),
                ("opened_at", models.DateTimeField()),
                ("revoked_at", models.DateTimeField(null=True)),
                ("read_on", models.DateField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
    )
