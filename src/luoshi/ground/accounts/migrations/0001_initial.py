"""The table of accounts."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As the first version had it."""

    initial = True

    dependencies = (("people", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=60, unique=True)),
                (
                    "office",
                    models.CharField(
                        blank=True,
                        choices=[("system", "系统管理员"), ("security", "安全管理员"), ("audit", "审计员")],
                        max_length=12,
                    ),
                ),
                ("temporary", models.BooleanField(default=True)),
                ("is_active", models.BooleanField(default=True)),
                ("opened_at", models.DateTimeField()),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    )
