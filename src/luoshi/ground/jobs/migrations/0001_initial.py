"""The table of jobs."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As the first version had it."""

    initial = True

    dependencies = (("people", "0001_initial"),)

    operations = (
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("given", models.JSONField(default=dict)),
                ("folder", models.CharField(max_length=32, unique=True)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("waiting", "排队中"),
                            ("running", "进行中"),
                            ("done", "已完成"),
                            ("refused", "没有办成"),
                            ("failed", "出错停下"),
                            ("cancelled", "已取消"),
                            ("interrupted", "中断"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("begun_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("sentence", models.TextField(blank=True)),
                ("facts", models.JSONField(default=dict)),
                ("file", models.CharField(blank=True, max_length=120)),
                ("link", models.CharField(blank=True, max_length=200)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["stage", "id"], name="job_stage"),
                    models.Index(fields=["by", "id"], name="job_by"),
                ],
            },
        ),
    )
