"""The tables of the docket, of hearings, of requests and reports."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As the first version had them."""

    dependencies = (
        ("duties", "0001_initial"),
        ("organizations", "0001_initial"),
        ("people", "0001_initial"),
        ("tasks", "0005_undone_given"),
    )

    operations = (
        migrations.CreateModel(
            name="Hearing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.CharField(max_length=8)),
                ("planned_on", models.DateField()),
                ("place", models.CharField(blank=True, max_length=100)),
                ("agenda", models.JSONField(default=list)),
                ("held_on", models.DateField(null=True)),
                ("present", models.TextField(blank=True)),
                ("minutes", models.TextField(blank=True)),
                ("figures", models.JSONField(null=True)),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HearingDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                (
                    "hearing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="duties.hearing",
                    ),
                ),
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tasks.task"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(choices=[("request", "请示"), ("report", "报告")], max_length=10)),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=100)),
                ("text", models.TextField()),
                ("registered_at", models.DateTimeField()),
                ("due_on", models.DateField(null=True)),
                (
                    "ruling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "同意"),
                            ("declined", "不同意"),
                            ("instructed", "另有批示"),
                            ("noted", "阅悉"),
                        ],
                        max_length=12,
                    ),
                ),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_why", models.TextField(blank=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DocketEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "concern",
                    models.CharField(
                        choices=[
                            ("deploy", "亲自部署"),
                            ("ask", "亲自过问"),
                            ("coordinate", "亲自协调"),
                            ("supervise", "亲自督办"),
                        ],
                        max_length=12,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("taken_at", models.DateTimeField()),
                ("released_at", models.DateTimeField(null=True)),
                ("released_why", models.TextField(blank=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.post"
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tasks.task"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("released_at__isnull", True)),
                        fields=("post", "task"),
                        name="docket_task",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="hearing",
            constraint=models.UniqueConstraint(fields=("organization", "period"), name="hearing_period"),
        ),
        migrations.AddConstraint(
            model_name="hearingdecision",
            constraint=models.UniqueConstraint(fields=("hearing", "place"), name="hearing_decision_place"),
        ),
        migrations.AddIndex(
            model_name="submission",
            index=models.Index(fields=["to", "due_on"], name="submission_due"),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(
                fields=("organization", "kind", "year", "number"), name="submission_number"
            ),
        ),
    )
