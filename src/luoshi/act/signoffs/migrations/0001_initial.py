"""The tables of sign-offs and of the keys they are filed under."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """As the first version had them."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="SignOff",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("verb", models.CharField(max_length=60)),
                ("task", models.BigIntegerField(db_index=True)),
                ("signature", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="SignOffKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key", "entry", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.BigIntegerField()),
                ("entry", models.BigIntegerField()),
            ],
        ),
    )
