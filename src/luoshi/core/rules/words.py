"""Why an obligation stands as it does, in one sentence."""

from dataclasses import dataclass

from luoshi.core.refusals import N_
from luoshi.core.rules.facts import FACTS
from luoshi.core.rules.measures import LAST_ELECTED
from luoshi.core.rules.obligation import Obligation, Status
from luoshi.core.rules.rule import Count, Deadline, Hours, Measure, Term

LET_OFF = N_("免除：{reason}")
ASKED = N_("还没有申报{facts}，不能断定这一条是否适用。")
UNTOLD = N_("组织情况")
COUNTED = {
    Status.MET: N_("这一期要求 {need} 次，已有 {have} 次。"),
    Status.OWED: N_("这一期要求 {need} 次，已有 {have} 次，{due} 前还需 {lack} 次。"),
    Status.MISSED: N_("这一期要求 {need} 次，只有 {have} 次，缺 {lack} 次。"),
    Status.UNKNOWN: N_("这一期要求 {need} 次，只查到 {have} 次；当时还没有开始记录，不能断定。"),
}
STUDIED = {
    Status.MET: N_("{need} 人的学时都已达到 {floor}。"),
    Status.OWED: N_("{need} 人中有 {have} 人的学时达到 {floor}，年底前还需补足。"),
    Status.MISSED: N_("{need} 人中只有 {have} 人的学时达到 {floor}。"),
    Status.UNKNOWN: N_("{need} 人中有 {have} 人的学时达到 {floor}，其余的没有记录，不能断定。"),
}
NOBODY = N_("还没有登记要计学时的人，暂不能断定。")
ELECTED = {
    Status.OWED: N_("本届任期到 {due} 为止，届满前应当换届。"),
    Status.MISSED: N_("本届任期已于 {due} 届满，还没有换届的记录。"),
    Status.UNKNOWN: N_("没有登记最近一次换届的日期，算不出任期届满日。"),
}
ANSWERED = {
    Status.MET: N_("从 {first} 起算，期限到 {due}，已按期办结。"),
    Status.OWED: N_("从 {first} 起算，须在 {due} 前办结。"),
    Status.MISSED: N_("从 {first} 起算，期限到 {due}，没有按期办结。"),
}
WAITED = {
    Status.MET: N_("从 {first} 起算，满期日是 {due}，办理不早于这一天。"),
    Status.OWED: N_("从 {first} 起算，{due} 起才可以办理。"),
    Status.MISSED: N_("从 {first} 起算，满期日是 {due}，办理早于这一天。"),
}


@dataclass(frozen=True, slots=True)
class Why:
    """Why an obligation stands as it does 缘由: a msgid with placeholders, and what fills them (all are strings)."""

    sentence: str
    facts: dict[str, str]

    def __str__(self) -> str:
        return self.sentence.format_map(self.facts)


def why(obligation: Obligation) -> Why:
    """Return the reason, with its figures and days."""
    if obligation.status is Status.EXEMPT:
        return Why(LET_OFF, {"reason": obligation.reason})
    measure = obligation.rule.measure
    sentence = _sentences(measure).get(obligation.status)
    # A missing election has a sentence of its own; any other untold fact is asked for.
    asked = obligation.status is Status.UNKNOWN and obligation.asks and LAST_ELECTED not in obligation.asks
    if sentence is None or asked:
        return Why(ASKED, {"facts": "、".join(FACTS[name].label for name in obligation.asks) or UNTOLD})
    if isinstance(measure, Hours) and not obligation.need:
        return Why(NOBODY, {})
    facts = {
        "need": str(obligation.need),
        "have": str(obligation.have),
        "lack": str(obligation.need - obligation.have),
        "first": obligation.first.isoformat(),
        "due": obligation.due.isoformat(),
        "floor": str(measure.floor) if isinstance(measure, Hours) else "",
    }
    return Why(sentence, facts)


def _sentences(measure: Measure) -> dict[Status, str]:
    if isinstance(measure, Count):
        return COUNTED
    if isinstance(measure, Hours):
        return STUDIED
    if isinstance(measure, Term):
        return ELECTED
    earliest = isinstance(measure, Deadline) and measure.earliest
    return WAITED if earliest else ANSWERED
