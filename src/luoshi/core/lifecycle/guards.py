"""What a move demands, each demand with the sentence that refuses it.

A guard looks at the situation and the facts, and returns what fills its sentence, or None when it is content.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from luoshi.core.lifecycle.situation import Facts, Situation
from luoshi.core.refusals import N_

Broken = Callable[[Situation, Facts], dict[str, str] | None]


@dataclass(frozen=True, slots=True)
class Guard:
    """One demand 办理条件: its English name in documents, its sentence, and the test.

    ``standing`` ones look only at where the task stands and who acts, so they can be asked before
    anything is brought.
    """

    name: str
    sentence: str
    broken: Broken
    standing: bool = False


def _unless(holds: Callable[[Situation, Facts], object]) -> Broken:
    return lambda task, facts: None if holds(task, facts) else {}


def _wanted(task: Situation, facts: Facts) -> date | None:
    """The deadline this move would set: the one brought, the one asked for, or the one that stands."""
    return facts.deadline_on or task.asked_deadline_on or task.deadline_on


def _deadline_moved(task: Situation, facts: Facts) -> dict[str, str] | None:
    fixed = task.dispatched_on is not None and facts.deadline_on not in (None, task.deadline_on)
    if not fixed:
        return None
    return {"deadline": task.deadline_on.isoformat() if task.deadline_on else (task.recurrence or "")}


def _past(task: Situation, facts: Facts) -> dict[str, str] | None:
    day = _wanted(task, facts)
    # A task declined and dispatched again keeps its deadline, which may have passed meanwhile.
    settled = day is None or (day == task.deadline_on and task.dispatched_on is not None)
    if day is None or settled or day >= facts.on:
        return None
    return {"day": day.isoformat(), "today": facts.on.isoformat()}


def _rest_day(task: Situation, facts: Facts) -> dict[str, str] | None:
    day = _wanted(task, facts)
    if facts.calendar is None or day in (None, task.original_deadline_on) or facts.calendar.is_workday(day):
        return None
    return {"day": day.isoformat(), "next": facts.calendar.next_workday(day).isoformat()}


def _not_later(task: Situation, facts: Facts) -> dict[str, str] | None:
    day = _wanted(task, facts)
    if task.deadline_on is None or (day is not None and day > task.deadline_on):
        return None
    return {"deadline": task.deadline_on.isoformat()}


def _missing(task: Situation, facts: Facts) -> dict[str, str] | None:
    missing = task.evidence_named - task.evidence - facts.evidence
    return {"missing": "、".join(sorted(missing))} if missing else None


def _children(_task: Situation, facts: Facts) -> dict[str, str] | None:
    return {"count": str(facts.open_children)} if facts.open_children else None


def _no_percent(_task: Situation, facts: Facts) -> dict[str, str] | None:
    if facts.progress is None or 0 <= facts.progress <= 100:
        return None
    return {"progress": str(facts.progress)}


def rung_key(rung: str, deadline_on: date | None) -> str:
    """Name one escalation: a rung counts once for each deadline."""
    return f"{rung}@{deadline_on.isoformat() if deadline_on else ''}"


OWNER = Guard(
    "owner",
    N_("任务没有承办单位，不能交办：请先指定由谁承办。"),
    _unless(lambda task, facts: facts.owner or task.owner),
)
STANDARD = Guard(
    "standard of completion",
    N_("任务没有完成标准，不能交办：请先写明做到什么程度、凭什么算完成。"),
    _unless(lambda task, facts: facts.standard or task.standard),
)
TERM = Guard(
    "deadline or recurrence",
    N_("任务既没有时限也没有频次，不能交办：请先定下完成日期或办理频次。"),
    _unless(lambda task, facts: _wanted(task, facts) or facts.recurrence or task.recurrence),
)
DEADLINE_STANDS = Guard(
    "deadline as first dispatched",
    N_("时限在首次交办时已经定为 {deadline}，不能直接改：请由承办方申请延期，再由交办方答复。"),
    _deadline_moved,
)
NOT_PAST = Guard(
    "deadline not in the past", N_("时限 {day} 早于今天 {today}：请改为今天或以后的日期。"), _past
)
WORKED = Guard(
    "deadline on a working day", N_("时限 {day} 不是工作日：请改为 {next} 或别的工作日。"), _rest_day
)
REASON = Guard(
    "reason",
    N_("这一步须写明理由，理由会记入办理经过：请写明后再提交。"),
    _unless(lambda _task, facts: facts.reason.strip()),
)
NOTE = Guard(
    "note",
    N_("这一步须写明情况：请用一两句话说明办了什么、结果如何。"),
    _unless(lambda _task, facts: facts.note.strip()),
)
EVIDENCE = Guard(
    "evidence the standard names",
    N_("销号须有完成标准要求的佐证，还缺{missing}：请补上，或退办让承办方补齐。"),
    _missing,
)
CHILDREN_DONE = Guard(
    "no open sub-task",
    N_("还有 {count} 项子任务没有办结，不能报结：请先办结或撤销这些子任务。"),
    _children,
    standing=True,
)
OTHER_HAND = Guard(
    "not a reporter",
    N_("报结的人不能核验同一件任务：请由别的核验人办理。"),
    _unless(lambda task, facts: not task.reporters & facts.hands),
    standing=True,
)
HAS_DEADLINE = Guard(
    "deadline",
    N_("按频次办理的任务没有截止日期，无需延期：请按频次报送进展。"),
    _unless(lambda task, _facts: task.deadline_on),
    standing=True,
)
NEW_DAY = Guard(
    "new deadline",
    N_("申请延期须写明延到哪一天：请填写新的时限。"),
    _unless(lambda _task, facts: facts.deadline_on),
)
LATER = Guard(
    "deadline later than now", N_("延期须晚于现在的时限 {deadline}：请另选一个更晚的工作日。"), _not_later
)
NOT_ASKED_YET = Guard(
    "no open request",
    N_("上一次延期申请还没有答复，不能重复申请：请先请交办方答复。"),
    _unless(lambda task, _facts: task.asked_deadline_on is None),
    standing=True,
)
ASKED = Guard(
    "open request",
    N_("承办方没有申请延期，无从答复：请让承办方先提出申请。"),
    _unless(lambda task, _facts: task.asked_deadline_on),
    standing=True,
)
NOT_BLOCKED = Guard(
    "no open blocker",
    N_("上一次提请协调还没有结果，不能重复提请：请等协调结果，或直接联系交办方。"),
    _unless(lambda task, _facts: not task.blocked),
    standing=True,
)
BLOCKED = Guard(
    "open blocker",
    N_("承办方没有提请协调，无从答复：请让承办方先写明需要协调的事项。"),
    _unless(lambda task, _facts: task.blocked),
    standing=True,
)
PERCENT = Guard(
    "percent from 0 to 100",
    N_("进度 {progress} 超出范围：请填 0 到 100 之间的整数。"),
    _no_percent,
)
OTHER_OWNER = Guard(
    "another owner",
    N_("转办须换一个承办单位：请另选承办单位。"),
    _unless(lambda task, facts: facts.owner and facts.owner != task.owner),
)
PARTS = Guard(
    "sub-tasks",
    N_("分解须列出至少一项子任务：请先写明子任务。"),
    _unless(lambda _task, facts: facts.parts > 0),
)
LOOKED_BACK = Guard(
    "look-back since closing",
    N_("销号后还没有回头看，不能归档：请先回头看，确认没有反弹。"),
    _unless(lambda task, _facts: task.looked_back),
    standing=True,
)
RUNG = Guard(
    "rung of the ladder",
    N_("提级督办须写明提到哪一级：请从督办阶梯里选一级。"),
    _unless(lambda _task, facts: facts.rung),
)
NEW_RUNG = Guard(
    "rung not yet given",
    N_("这一级督办已经发出过，不再重复：请提到下一级，或等候办理结果。"),
    _unless(lambda task, facts: rung_key(facts.rung, task.deadline_on) not in task.rungs),
)
