"""The steps of admitting a member, and the time limits between them: 发展党员工作细则, revised 2026-05-11."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from luoshi.core.refusals import N_


class StepKind(TextChoices):
    """One step on the way, in the order in which they come; the exam may come again and again."""

    APPLIED = "applied", _("递交入党申请书")
    TALKED = "talked", _("派人谈话")
    ACTIVIST = "activist", _("确定为入党积极分子")
    EXAMINED = "examined", _("半年考察")
    CANDIDATE = "candidate", _("确定为发展对象")
    TRAINED = "trained", _("短期集中培训")
    REVIEWED = "reviewed", _("预审合格")
    VOTED = "voted", _("支部大会接收")
    APPROVED = "approved", _("上级党委审批")
    SWORN = "sworn", _("入党宣誓")
    EXTENDED = "extended", _("延长预备期")
    FULL_VOTED = "full_voted", _("支部大会讨论转正")
    FULL_APPROVED = "full_approved", _("审批转正")


ORDER = list(StepKind)


@dataclass(frozen=True, slots=True)
class Limit:
    """How soon one step follows another 办理时限: at most so many months after it; ``norm`` where usually is said.

    ``each`` makes it due again from every repetition, until ``ends`` is reached.
    """

    after: StepKind
    due: StepKind
    months: int
    article: str
    norm: bool = False
    each: bool = False
    ends: StepKind | None = None


LIMITS = (
    Limit(StepKind.APPLIED, StepKind.TALKED, 1, N_("第七条")),
    Limit(StepKind.ACTIVIST, StepKind.EXAMINED, 6, N_("第十一条"), each=True, ends=StepKind.CANDIDATE),
    Limit(StepKind.REVIEWED, StepKind.VOTED, 1, N_("第十八条")),
    Limit(StepKind.VOTED, StepKind.APPROVED, 3, N_("第二十五条")),
    Limit(StepKind.APPROVED, StepKind.SWORN, 1, N_("第二十九条"), norm=True),
    Limit(StepKind.VOTED, StepKind.FULL_VOTED, 12, N_("第三十一条")),
    Limit(StepKind.FULL_VOTED, StepKind.FULL_APPROVED, 3, N_("第三十三条")),
)
# An activist is trained for a year at least before becoming a candidate: art. 13.
TRAINING_MONTHS = 12
# One extension of the probation, of half a year to a year: art. 31. Counted is the longest.
EXTENSION_MONTHS = 12


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
