"""The tables of duty lists and of the tasks that they open."""

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
                    "modality",
                    models.CharField(
                        choices=[
                            ("must", "应当"),
                            ("norm", "一般"),
                            ("may", "可以"),
                            ("practice", "工作惯例"),
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
    )
