"""Somebody may be on the way no longer; a step of its own says so."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One choice more."""

    dependencies = (("membership", "0001_initial"),)

    operations = (
        migrations.AlterField(
            model_name="step",
            name="kind",
            field=models.CharField(
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
                    ("ended", "不再培养"),
                ],
                max_length=16,
            ),
        ),
    )
