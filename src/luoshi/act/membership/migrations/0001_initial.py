"""The table of the way into the Party."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """As the first version had it."""

    initial = True

    dependencies = (
        ("organizations", "0001_initial"),
        ("people", "0001_initial"),
    )

    operations = (
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("applied", "递交入党申请书"),
                            ("talked", "派人谈话"),
                            ("activist", "确定为入党积极分子"),
                            ("examined", "半年考察"),
                            ("candidate", "确定为发展对象"),
                            ("trained", "短期集中培训"),
                            ("reviewed", "预审合格"),
                            ("voted", "支部大会接收"),
                            ("approved", "上级党委审批"),
                            ("sworn", "入党宣誓"),
                            ("extended", "延长预备期"),
                            ("full_voted", "支部大会讨论转正"),
                            ("full_approved", "审批转正"),
                        ],
                        max_length=16,
                    ),
                ),
                ("on", models.DateField()),
                (
                    "branch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organizations.organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "kind", "on"), name="step_once")],
            },
        ),
    )
