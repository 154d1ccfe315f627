"""Where a task can stand, who may move it, and what the moves are called."""

from enum import StrEnum

from luoshi.core.refusals import N_


class State(StrEnum):
    """Where a task stands 状态."""

    DRAFT = "draft"
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"
    REPORTED = "reported"
    CLOSED = "closed"
    SETTLED = "settled"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


class Role(StrEnum):
    """As whom somebody moves a task 办理身份; one person may have several for the same task."""

    ISSUER = "issuer"
    OWNER = "owner"
    VERIFIER = "verifier"
    SUPERVISOR = "supervisor"


class Move(StrEnum):
    """What can be done with a task 办理动作."""

    DISPATCH = "dispatch"
    ACCEPT = "accept"
    DECLINE = "decline"
    DECOMPOSE = "decompose"
    ADVANCE = "advance"
    BLOCK = "block"
    COORDINATE = "coordinate"
    ASK_EXTENSION = "ask_extension"
    GRANT_EXTENSION = "grant_extension"
    REFUSE_EXTENSION = "refuse_extension"
    TRANSFER = "transfer"
    URGE = "urge"
    ESCALATE = "escalate"
    SUSPEND = "suspend"
    RESUME = "resume"
    CANCEL = "cancel"
    REPORT = "report"
    RETURN = "return"
    CLOSE = "close"
    LOOK_BACK = "look_back"
    RELAPSE = "relapse"
    SETTLE = "settle"


STATE_LABELS = {
    State.DRAFT: N_("拟办"),
    State.DISPATCHED: N_("待签收"),
    State.ACCEPTED: N_("承办中"),
    State.REPORTED: N_("待核验"),
    State.CLOSED: N_("已销号"),
    State.SETTLED: N_("办结归档"),
    State.SUSPENDED: N_("中止"),
    State.CANCELLED: N_("已撤销"),
}

ROLE_LABELS = {
    Role.ISSUER: N_("交办方"),
    Role.OWNER: N_("承办方"),
    Role.VERIFIER: N_("核验人"),
    Role.SUPERVISOR: N_("督查人员"),
}
