"""The steps of admitting a member, and which rule asks for which of them: 发展党员工作细则, revised 2026-05-11."""

from enum import StrEnum

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
    ENDED = "ended", _("不再培养")


ORDER = list(StepKind)


class Mistaken(TextChoices):
    """What was wrong about a step that is withdrawn; chosen, so that nobody's affairs get into the ledger."""

    DAY = "day", _("日期写错了")
    STEP = "step", _("步骤选错了")
    PERSON = "person", _("记错了人")


class Phase(StrEnum):
    """How far somebody has come 发展阶段; what a register of those on the way is counted by."""

    APPLICANT = "applicant"
    ACTIVIST = "activist"
    CANDIDATE = "candidate"
    PROBATIONARY = "probationary"


PHASE_LABELS = {
    Phase.APPLICANT: N_("入党申请人"),
    Phase.ACTIVIST: N_("入党积极分子"),
    Phase.CANDIDATE: N_("发展对象"),
    Phase.PROBATIONARY: N_("预备党员"),
}
# With which step each phase begins.
PHASE_BEGINS = {
    Phase.APPLICANT: StepKind.APPLIED,
    Phase.ACTIVIST: StepKind.ACTIVIST,
    Phase.CANDIDATE: StepKind.CANDIDATE,
    Phase.PROBATIONARY: StepKind.VOTED,
}
# After which step each rule of content/regulations/admissions.toml asks for which other; how soon, the rule says.
ASKED = {
    "FZ-02": (StepKind.APPLIED, StepKind.TALKED),
    "FZ-04": (StepKind.ACTIVIST, StepKind.EXAMINED),
    "FZ-05-1": (StepKind.ACTIVIST, StepKind.CANDIDATE),
    "FZ-08": (StepKind.REVIEWED, StepKind.VOTED),
    "FZ-11": (StepKind.VOTED, StepKind.APPROVED),
    "FZ-13": (StepKind.APPROVED, StepKind.SWORN),
    "FZ-14": (StepKind.VOTED, StepKind.FULL_VOTED),
    "FZ-15": (StepKind.FULL_VOTED, StepKind.FULL_APPROVED),
}
# What each of these cannot do without; the others may have been taken before this installation was.
NEEDS = {
    StepKind.EXAMINED: StepKind.ACTIVIST,
    StepKind.CANDIDATE: StepKind.ACTIVIST,
    StepKind.APPROVED: StepKind.VOTED,
    StepKind.SWORN: StepKind.APPROVED,
    StepKind.EXTENDED: StepKind.VOTED,
    StepKind.FULL_VOTED: StepKind.VOTED,
    StepKind.FULL_APPROVED: StepKind.FULL_VOTED,
}
# Nobody has to become a candidate: the rule says only from when he may.
ALLOWED = {StepKind.CANDIDATE}
# What is taken only when there is a reason to, or over and over, is never simply the next step.
ASIDE = {StepKind.EXAMINED, StepKind.EXTENDED, StepKind.ENDED}
# What changes somebody's standing is no slip of the pen, and not withdrawn.
FINAL = {StepKind.VOTED, StepKind.FULL_APPROVED}
# One extension of the probation, of half a year to a year: FZ-14, art. 31. Counted is the longest.
EXTENSION_MONTHS = 12
