"""How somebody took part in an activity."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Presence(TextChoices):
    """Whether somebody was there, and if not, why: no more is kept of it, least of all an illness."""

    PRESENT = "present", _("到会")
    DUTY = "duty", _("因公缺席")
    LEAVE = "leave", _("请假")
    # Whom nothing hard is asked of: 党员教育管理工作条例 art. 23.
    EXEMPT = "exempt", _("不作硬性要求")
    UNEXPLAINED = "unexplained", _("未说明原因")


class Capacity(TextChoices):
    """As what somebody took part."""

    MEMBER = "member", _("应到")
    # A leader in the organizational life of the own branch: 党支部工作条例 art. 15.
    LEADER = "leader", _("领导干部双重组织生活")
    CONTACT = "contact", _("党支部工作联系点")
    GUEST = "guest", _("列席")


class Ballot(TextChoices):
    """What the meeting votes on, which decides how many must be there."""

    NONE = "", _("一般事项")
    ADMISSION = "admission", _("接收预备党员或预备党员转正")
    ELECTION = "election", _("选举")


# Who belongs to the body that meets, and so counts for what must be there.
BELONGING = (Capacity.MEMBER, Capacity.LEADER)
