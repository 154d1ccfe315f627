"""The table of organizations."""

from django.db import migrations, models

import luoshi.ground.organizations.paths


class Migration(migrations.Migration):
    """As the first version had them."""

    initial = True

    operations = (
        migrations.CreateModel(
            name="Organization",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", luoshi.ground.organizations.paths.PathField(max_length=255)),
                ("depth", models.PositiveSmallIntegerField()),
                ("numchild", models.PositiveIntegerField(default=0)),
                ("code", models.CharField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=100)),
                ("short_name", models.CharField(blank=True, max_length=40)),
                (
                    "kind",
                    models.CharField(
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
                ("established_on", models.DateField(blank=True, null=True)),
                ("last_elected_on", models.DateField(blank=True, null=True)),
                ("term_years", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("dissolved_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("path",), name="organization_path")],
            },
        ),
    )
