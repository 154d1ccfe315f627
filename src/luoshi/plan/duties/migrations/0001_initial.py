"""The tables of duties: lists, openings, the docket, hearings, submissions."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As the first version had them."""

    initial = True

    dependencies = (
        ("organizations", "0001_initial"),
        ("people", "0001_initial"),
        ("tasks", "0005_undone_given"),
    )

    operations = (
        migrations.CreateModel(
            name="DutyList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("version", models.PositiveSmallIntegerField()),
                ("template", models.CharField(blank=True, max_length=40)),
                ("drafted_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(null=True)),
                ("why", models.TextField(blank=True)),
                ("in_force", models.BooleanField(default=False)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.post"
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DutyItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("key", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=20)),
                ("what", models.TextField()),
                ("how", models.TextField()),
                (
                    "area",
                    models.CharField(
                        choices=[
                            ("governance", "党建责任"),
                            ("study", "理论学习"),
                            ("organizational_life", "组织生活"),
                            ("members", "党员队伍"),
                            ("structure", "组织建设"),
                            ("discipline", "纪律监督"),
                            ("reporting", "请示报告"),
                            ("coordination", "统筹落实"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("month", "每月"),
                            ("quarter", "每季度"),
                            ("half_year", "每半年"),
                            ("year", "每年"),
                            ("event", "遇事即办"),
                        ],
                        max_length=10,
                    ),
                ),
                ("month", models.PositiveSmallIntegerField(default=0)),
                (
                    "strength",
                    models.CharField(
                        choices=[
                            ("must", "应当"),
                            ("norm", "一般"),
                            ("may", "可以"),
                            ("practice", "本单位安排"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "overseer",
                    models.CharField(choices=[("above", "上级组织"), ("own", "本组织")], max_length=10),
                ),
                ("basis", models.JSONField(default=list)),
                (
                    "adaptation",
                    models.CharField(
                        choices=[("kept", "照模板"), ("changed", "已调整"), ("added", "自加")], max_length=10
                    ),
                ),
                ("why", models.TextField(blank=True)),
                ("dropped", models.BooleanField(default=False)),
                (
                    "duty_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="duties.dutylist",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Acceptance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "duty_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acceptances",
                        to="duties.dutylist",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DutyOpening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=40)),
                ("period", models.CharField(max_length=12)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="duties.dutyitem",
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tasks.task"
                    ),
                ),
            ],
        ),
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
            model_name="dutylist",
            constraint=models.UniqueConstraint(fields=("post", "year", "version"), name="duty_list_version"),
        ),
        migrations.AddConstraint(
            model_name="dutylist",
            constraint=models.UniqueConstraint(
                condition=models.Q(("in_force", True)), fields=("post", "year"), name="duty_list_in_force"
            ),
        ),
        migrations.AddConstraint(
            model_name="dutylist",
            constraint=models.UniqueConstraint(
                condition=models.Q(("published_at__isnull", True)),
                fields=("post", "year"),
                name="duty_list_draft",
            ),
        ),
        migrations.AddConstraint(
            model_name="dutyitem",
            constraint=models.UniqueConstraint(fields=("duty_list", "key"), name="duty_item_key"),
        ),
        migrations.AddConstraint(
            model_name="acceptance",
            constraint=models.UniqueConstraint(fields=("duty_list", "person"), name="duty_list_acceptance"),
        ),
        migrations.AddConstraint(
            model_name="dutyopening",
            constraint=models.UniqueConstraint(fields=("post", "key", "period"), name="duty_opening_period"),
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
