"""The tables of tallies."""

import django.db.models.deletion
from django.db import migrations, models

ID = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    """As the first version had them."""

    initial = True

    dependencies = (("organizations", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="Bookmark",
            fields=[("id", ID), ("entry", models.BigIntegerField(default=0))],
        ),
        migrations.CreateModel(
            name="FormTally",
            fields=[
                ("id", ID.clone()),
                ("month", models.DateField()),
                ("asker", models.CharField(max_length=60)),
                ("form", models.CharField(max_length=60)),
                ("times", models.PositiveIntegerField()),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("month", "organization", "asker", "form"), name="tally_once"
                    )
                ]
            },
        ),
    )
