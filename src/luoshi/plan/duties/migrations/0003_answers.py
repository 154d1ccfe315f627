"""Duties know the rules that ask for the same thing."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """What was published before answers nothing; the next version of a list does."""

    dependencies = (("duties", "0002_papers"),)

    operations = (
        migrations.AddField(
            model_name="dutyitem",
            name="answers",
            field=models.JSONField(default=list),
        ),
    )
