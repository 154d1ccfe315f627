"""How far a delivery came, and how long a demand may be."""

from django.db import models
from django.utils.translation import gettext_lazy as _

DEMAND_LENGTH = 1000


class Stage(models.TextChoices):
    """How far a delivery came 投递状态. Claimed is what a program has in hand right now."""

    WAITING = "waiting", _("待发")
    CLAIMED = "claimed", _("正在发")
    SENT = "sent", _("已发")
    FAILED = "failed", _("没有发出")
    UNCLEAR = "unclear", _("可能已发")
