"""What a review adds: terms on drafts, aliases of organizations, one text once for each organization."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Drafts of before keep the words of the document as their titles."""

    dependencies = (
        ("deployments", "0001_initial"),
        ("organizations", "0001_initial"),
    )

    operations = (
        migrations.CreateModel(
            name="Alias",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "each_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("work_committee", "机关工委"),
                            ("party_group", "党组"),
                            ("organ_committee", "机关党委"),
                            ("general_branch", "党总支"),
                            ("branch", "党支部"),
                            ("group", "党小组"),
                            ("discipline_committee", "机关纪委"),
                            ("unit", "单位"),
                            ("office", "处室"),
                        ],
                        max_length=24,
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="draft",
            name="co_units",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="draft",
            name="evidence_named",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="draft",
            name="further",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="draft",
            name="leads",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="draft",
            name="merged_into",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="deployments.draft",
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="owners",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="draft",
            name="quantities",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="draft",
            name="title",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="draft",
            name="version",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="deployment",
            name="digest",
            field=models.CharField(max_length=64),
        ),
        migrations.AddConstraint(
            model_name="deployment",
            constraint=models.UniqueConstraint(fields=("organization", "digest"), name="deployment_text"),
        ),
        migrations.AddField(
            model_name="alias",
            name="deploying",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organizations.organization"
            ),
        ),
        migrations.AddField(
            model_name="alias",
            name="organization",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organizations.organization"
            ),
        ),
        migrations.AddConstraint(
            model_name="alias",
            constraint=models.UniqueConstraint(fields=("deploying", "name"), name="alias_name"),
        ),
        migrations.RunSQL(
            "UPDATE deployments_draft SET title = substr(text, 1, 200) WHERE title = ''",
            migrations.RunSQL.noop,
        ),
    )
