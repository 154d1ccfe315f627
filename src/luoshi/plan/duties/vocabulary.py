"""The words that duty lists are written in; the stored value is English, the label is what people read."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Frequency(TextChoices):
    """How often a duty is fulfilled; by event means whenever there is occasion, so that no day can be named."""

    MONTH = "month", _("每月")
    QUARTER = "quarter", _("每季度")
    HALF_YEAR = "half_year", _("每半年")
    YEAR = "year", _("每年")
    EVENT = "event", _("遇事即办")


class Area(TextChoices):
    """What a duty is about; the columns of the matrix."""

    GOVERNANCE = "governance", _("党建责任")
    STUDY = "study", _("理论学习")
    ORGANIZATIONAL_LIFE = "organizational_life", _("组织生活")
    MEMBERS = "members", _("党员队伍")
    STRUCTURE = "structure", _("组织建设")
    DISCIPLINE = "discipline", _("纪律监督")
    REPORTING = "reporting", _("请示报告")
    COORDINATION = "coordination", _("统筹落实")


class Overseer(TextChoices):
    """Who oversees the fulfilment, and so verifies its tasks: the organization above, or the post's own."""

    ABOVE = "above", _("上级组织")
    OWN = "own", _("本组织")


class Adaptation(TextChoices):
    """What the unit did to an item of the template."""

    KEPT = "kept", _("照模板")
    CHANGED = "changed", _("已调整")
    ADDED = "added", _("自加")


class Concern(TextChoices):
    """How a leader takes something up in person."""

    DEPLOY = "deploy", _("亲自部署")
    ASK = "ask", _("亲自过问")
    COORDINATE = "coordinate", _("亲自协调")
    SUPERVISE = "supervise", _("亲自督办")


class SubmissionKind(TextChoices):
    """A request waits for an answer; a report waits for nothing, and holds no request (公文处理工作条例 15)."""

    REQUEST = "request", _("请示")
    REPORT = "report", _("报告")


class Ruling(TextChoices):
    """How a request is answered, or a report taken note of."""

    AGREED = "agreed", _("同意")
    DECLINED = "declined", _("不同意")
    INSTRUCTED = "instructed", _("另有批示")
    NOTED = "noted", _("阅悉")
