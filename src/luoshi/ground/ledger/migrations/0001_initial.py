"""The tables of entries and seals."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Entries, one row for each thing that happened, and the seals of days."""

    initial = True
    operations = (
        migrations.CreateModel(
            name="Seal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(unique=True)),
                ("first", models.BigIntegerField()),
                ("last", models.BigIntegerField()),
                ("count", models.PositiveIntegerField()),
                ("root", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=64)),
                ("algorithm", models.CharField(max_length=10)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("chain", models.CharField(max_length=100)),
                ("sequence", models.PositiveIntegerField()),
                ("verb", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                ("by", models.BigIntegerField(null=True)),
                ("for_whom", models.BigIntegerField(null=True)),
                ("facts_text", models.TextField(db_column="facts")),
                ("previous", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
                ("algorithm", models.CharField(max_length=10)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("chain", "sequence"), name="ledger_entry_place")
                ],
            },
        ),
    )
