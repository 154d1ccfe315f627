"""Where tasks come from."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Origin(TextChoices):
    """What opened a task; every task has exactly one origin."""

    CLAUSE = "clause", _("条款")
    DUTY = "duty", _("职责")
    RESOLUTION = "resolution", _("决议")
    FINDING = "finding", _("督查问题")
    REQUEST = "request", _("群众诉求")
    DOCKET = "docket", _("领导亲自督办")
    SUGGESTION = "suggestion", _("督查建议")
    TASK = "task", _("上级任务")
