"""What a digest tells, in the order in which a busy person wants it."""

from enum import StrEnum

from luoshi.core.refusals import N_


class Kind(StrEnum):
    """One kind of news 事项类别, the most pressing first."""

    ESCALATED = "escalated"
    ISSUE = "issue"
    OVERDUE = "overdue"
    REPORT = "report"
    ACCEPT = "accept"
    RESUME = "resume"
    VERIFY = "verify"
    ANSWER = "answer"
    OVERDUE_BELOW = "overdue_below"
    SOON_BELOW = "soon_below"


LABELS = {
    Kind.ESCALATED: N_("逾期已提级到您"),
    Kind.ISSUE: N_("逾期已久，可以出督办通知单"),
    Kind.OVERDUE: N_("您承办的刚刚逾期"),
    Kind.REPORT: N_("快到时限，请办结后报结"),
    Kind.ACCEPT: N_("新交办，请签收"),
    Kind.RESUME: N_("有了答复或被退办，请接着办"),
    Kind.VERIFY: N_("已报结，请核验"),
    Kind.ANSWER: N_("申请延期或提请协调，请答复"),
    Kind.OVERDUE_BELOW: N_("下级新逾期"),
    Kind.SOON_BELOW: N_("下级快到时限"),
}
