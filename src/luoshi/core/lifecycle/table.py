"""The loop on one page: for every move from where, by whom, with what, to where, under which ledger verb.

``elsewhere`` is what is said when the task stands somewhere else: the rule, and the way out.
A ``to`` of None leaves the state as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from luoshi.core.lifecycle import effects, guards
from luoshi.core.lifecycle.effects import Effect
from luoshi.core.lifecycle.guards import Guard
from luoshi.core.lifecycle.situation import Situation
from luoshi.core.lifecycle.states import Move, Role, State
from luoshi.core.refusals import N_

DRAFT, DISPATCHED, ACCEPTED, REPORTED = State.DRAFT, State.DISPATCHED, State.ACCEPTED, State.REPORTED
CLOSED, SETTLED, SUSPENDED, CANCELLED = State.CLOSED, State.SETTLED, State.SUSPENDED, State.CANCELLED
ISSUER, OWNER, VERIFIER, SUPERVISOR = Role.ISSUER, Role.OWNER, Role.VERIFIER, Role.SUPERVISOR
IN_HAND = (DISPATCHED, ACCEPTED)


@dataclass(frozen=True, slots=True)
class Transition:
    """One line of the table 流转: a move, its demands and its consequences."""

    label: str
    start: tuple[State, ...]
    who: tuple[Role, ...]
    needs: tuple[Guard, ...]
    to: State | Callable[[Situation], State] | None
    verb: str
    effect: Effect
    elsewhere: str


TABLE: dict[Move, Transition] = {
    Move.DISPATCH: Transition(
        N_("交办"), (DRAFT,), (ISSUER,),
        (guards.OWNER, guards.STANDARD, guards.TERM, guards.DEADLINE_STANDS, guards.NOT_PAST, guards.WORKED),
        DISPATCHED, "task.dispatched", effects.dispatched,
        N_("只有拟办的任务才能交办，这件已经交办：如要换承办单位，请转办。"),
    ),
    Move.ACCEPT: Transition(
        N_("签收"), (DISPATCHED,), (OWNER,), (), ACCEPTED, "task.accepted", effects.nothing,
        N_("只有已交办、还没签收的任务才能签收：拟办的请等交办，已签收的请直接办理。"),
    ),
    Move.DECLINE: Transition(
        N_("退回"), (DISPATCHED,), (OWNER,), (guards.REASON,), DRAFT, "task.declined", effects.put_down,
        N_("只有还没签收的任务才能退回：已签收的如办不了，请提请协调或申请延期。"),
    ),
    Move.DECOMPOSE: Transition(
        N_("分解"), (ACCEPTED,), (OWNER,), (guards.PARTS,), None, "task.decomposed", effects.decomposed,
        N_("只有承办中的任务才能分解：还没签收的请先签收，已报结的请等核验结果。"),
    ),
    Move.ADVANCE: Transition(
        N_("报送进展"), (ACCEPTED,), (OWNER,), (guards.NOTE, guards.PERCENT),
        None, "task.advanced", effects.advanced,
        N_("只有承办中的任务才能报送进展：还没签收的请先签收，已报结的请等核验结果。"),
    ),
    Move.BLOCK: Transition(
        N_("提请协调"), (ACCEPTED,), (OWNER,), (guards.REASON, guards.NOT_BLOCKED),
        None, "task.blocked", effects.blocked,
        N_("只有承办中的任务才能提请协调：还没签收的请先签收，或写明理由退回。"),
    ),
    Move.COORDINATE: Transition(
        N_("答复协调"), (ACCEPTED,), (ISSUER, SUPERVISOR), (guards.NOTE, guards.BLOCKED),
        None, "task.coordinated", effects.coordinated,
        N_("只有承办中、提请了协调的任务才能答复协调：请先看任务现在办到哪一步。"),
    ),
    Move.ASK_EXTENSION: Transition(
        N_("申请延期"), IN_HAND, (OWNER,),
        (guards.REASON, guards.NEW_DAY, guards.HAS_DEADLINE, guards.NOT_ASKED_YET, guards.NOT_PAST,
         guards.LATER, guards.WORKED),
        None, "task.extension_asked", effects.extension_asked,
        N_("只有已交办、还没报结的任务才能申请延期：已报结的请等核验结果，被退办后再申请。"),
    ),
    Move.GRANT_EXTENSION: Transition(
        N_("准予延期"), IN_HAND, (ISSUER,), (guards.ASKED, guards.NOT_PAST, guards.LATER, guards.WORKED),
        None, "task.extension_granted", effects.extension_granted,
        N_("只有已交办、还没报结的任务才能准予延期：报结或退回以后申请自行失效，请由承办方重新申请。"),
    ),
    Move.REFUSE_EXTENSION: Transition(
        N_("不准延期"), IN_HAND, (ISSUER,), (guards.REASON, guards.ASKED),
        None, "task.extension_refused", effects.extension_refused,
        N_("只有已交办、还没报结的任务才能答复延期：报结或退回以后申请自行失效，请由承办方重新申请。"),
    ),
    Move.TRANSFER: Transition(
        N_("转办"), IN_HAND, (ISSUER, SUPERVISOR), (guards.REASON, guards.OTHER_OWNER),
        DISPATCHED, "task.transferred", effects.transferred,
        N_("只有已交办、还没报结的任务才能转办：拟办的请直接改承办单位，已报结的请先退办。"),
    ),
    Move.URGE: Transition(
        N_("催办"), (DISPATCHED, ACCEPTED, REPORTED), (ISSUER, SUPERVISOR), (),
        None, "task.urged", effects.urged,
        N_("只有已交办、还没销号的任务才能催办：拟办的请先交办，已销号的请回头看。"),
    ),
    Move.ESCALATE: Transition(
        N_("提级督办"), IN_HAND, (SUPERVISOR,), (guards.RUNG, guards.NEW_RUNG),
        None, "task.escalated", effects.escalated,
        N_("只有已交办、还没报结的任务才能提级督办：已报结的请催办核验，已销号的请回头看。"),
    ),
    Move.SUSPEND: Transition(
        N_("中止"), IN_HAND, (ISSUER,), (guards.REASON,), SUSPENDED, "task.suspended", effects.suspended,
        N_("只有已交办、还没报结的任务才能中止：拟办的请先放着或撤销，已报结的请先核验。"),
    ),
    Move.RESUME: Transition(
        N_("恢复"), (SUSPENDED,), (ISSUER,), (), effects.back_to, "task.resumed", effects.resumed,
        N_("只有中止的任务才能恢复，这件没有中止：请直接办理下一步。"),
    ),
    Move.CANCEL: Transition(
        N_("撤销"), (DRAFT, DISPATCHED, ACCEPTED, REPORTED, SUSPENDED), (ISSUER,), (guards.REASON,),
        CANCELLED, "task.cancelled", effects.cancelled,
        N_("已销号的任务不能撤销：如发现没有办成，请按反弹重新办理。"),
    ),
    Move.REPORT: Transition(
        N_("报结"), (ACCEPTED,), (OWNER,), (guards.NOTE, guards.CHILDREN_DONE),
        REPORTED, "task.reported", effects.reported,
        N_("只有承办中的任务才能报结：还没签收的请先签收，已报结的请等核验结果。"),
    ),
    Move.RETURN: Transition(
        N_("退办"), (REPORTED,), (VERIFIER,), (guards.OTHER_HAND, guards.REASON),
        ACCEPTED, "task.returned", effects.returned,
        N_("只有已报结、待核验的任务才能退办：还没报结的请催办，已销号的请回头看。"),
    ),
    Move.CLOSE: Transition(
        N_("销号"), (REPORTED,), (VERIFIER,), (guards.OTHER_HAND, guards.NOTE, guards.EVIDENCE),
        CLOSED, "task.closed", effects.closed,
        N_("只有已报结、待核验的任务才能销号：请等承办方报结，再核验销号。"),
    ),
    Move.LOOK_BACK: Transition(
        N_("回头看"), (CLOSED,), (VERIFIER, SUPERVISOR), (guards.OTHER_HAND, guards.NOTE),
        None, "task.looked_back", effects.looked_back,
        N_("只有已销号的任务才能回头看：还没销号的请先核验销号。"),
    ),
    Move.RELAPSE: Transition(
        N_("反弹重办"), (CLOSED,), (VERIFIER, SUPERVISOR), (guards.OTHER_HAND, guards.REASON),
        ACCEPTED, "task.relapsed", effects.relapsed,
        N_("只有已销号的任务才谈得上反弹：还没销号的请退办或催办。"),
    ),
    Move.SETTLE: Transition(
        N_("办结归档"), (CLOSED,), (ISSUER, SUPERVISOR), (guards.LOOKED_BACK,),
        SETTLED, "task.settled", effects.nothing,
        N_("只有已销号、回头看没有反弹的任务才能归档：请先走完核验和回头看。"),
    ),
}  # fmt: skip
