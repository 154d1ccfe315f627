"""The tables of tasks and of their evidence."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As the first version had them."""

    initial = True

    dependencies = (
        ("organizations", "0001_initial"),
        ("people", "0001_initial"),
    )

    operations = (
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("text", models.TextField()),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("clause", "条款"),
                            ("duty", "职责"),
                            ("resolution", "决议"),
                            ("finding", "督查问题"),
                            ("request", "群众诉求"),
                            ("docket", "领导亲自督办"),
                            ("suggestion", "督查建议"),
                            ("task", "上级任务"),
                        ],
                        max_length=12,
                    ),
                ),
                ("origin_reference", models.CharField(blank=True, max_length=100)),
                ("opened_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "拟办"),
                            ("dispatched", "待签收"),
                            ("accepted", "承办中"),
                            ("reported", "待核验"),
                            ("closed", "已销号"),
                            ("settled", "办结归档"),
                            ("suspended", "中止"),
                            ("cancelled", "已撤销"),
                        ],
                        max_length=12,
                    ),
                ),
                ("standard", models.TextField(null=True)),
                ("recurrence", models.CharField(max_length=60, null=True)),
                ("deadline_on", models.DateField(null=True)),
                ("original_deadline_on", models.DateField(null=True)),
                ("asked_deadline_on", models.DateField(null=True)),
                ("dispatched_on", models.DateField(null=True)),
                ("reported_on", models.DateField(null=True)),
                ("evidence_named", models.JSONField(default=list)),
                ("evidence", models.JSONField(default=list)),
                ("reporters", models.JSONField(default=list)),
                ("rungs", models.JSONField(default=list)),
                ("progress", models.PositiveSmallIntegerField(null=True)),
                ("blocked", models.BooleanField(default=False)),
                ("suspended_in", models.CharField(max_length=12, null=True)),
                ("looked_back", models.BooleanField(default=False)),
                ("answered", models.BooleanField(default=False)),
                ("parts", models.PositiveIntegerField(default=0)),
                ("urges", models.PositiveIntegerField(default=0)),
                ("returns", models.PositiveIntegerField(default=0)),
                ("extensions", models.PositiveIntegerField(default=0)),
                ("transfers", models.PositiveIntegerField(default=0)),
                ("relapses", models.PositiveIntegerField(default=0)),
                ("co_units", models.ManyToManyField(related_name="+", to="organizations.organization")),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
                (
                    "owner_post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="tasks.task",
                    ),
                ),
                (
                    "verifier",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=60)),
                ("place", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="proofs", to="tasks.task"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(
                condition=models.Q(("state__in", ("dispatched", "accepted", "reported"))),
                fields=["owner", "deadline_on"],
                name="task_undone",
            ),
        ),
    )
