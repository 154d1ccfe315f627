"""What each move changes, beside the state. An effect returns the changed fields and their new values."""

from collections.abc import Callable

from luoshi.core.lifecycle.guards import rung_key
from luoshi.core.lifecycle.situation import NONE, Facts, Situation
from luoshi.core.lifecycle.states import State

Changes = dict[str, object]
Effect = Callable[[Situation, Facts], Changes]


def nothing(_task: Situation, _facts: Facts) -> Changes:
    """Change nothing but the state."""
    return {}


def dispatched(task: Situation, facts: Facts) -> Changes:
    """Take over what the draft lacked; the first deadline is the original one for good."""
    deadline_on = facts.deadline_on or task.deadline_on
    first = task.dispatched_on is None
    return {
        "owner": facts.owner or task.owner,
        "standard": facts.standard or task.standard,
        "recurrence": facts.recurrence or task.recurrence,
        "evidence_named": facts.evidence_named or task.evidence_named,
        "deadline_on": deadline_on,
        "original_deadline_on": deadline_on if first else task.original_deadline_on,
        "dispatched_on": task.dispatched_on or facts.on,
    }


def put_down(_task: Situation, _facts: Facts) -> Changes:
    """Whoever gives a task back leaves no request open."""
    return {"asked_deadline_on": None, "blocked": False}


def transferred(task: Situation, facts: Facts) -> Changes:
    """Name the new owner, for whom the old one's requests are void."""
    return {**put_down(task, facts), "owner": facts.owner, "transfers": task.transfers + 1}


def decomposed(task: Situation, facts: Facts) -> Changes:
    """Count the sub-tasks."""
    return {"parts": task.parts + facts.parts}


def advanced(task: Situation, facts: Facts) -> Changes:
    """Keep the newest percentage and all evidence."""
    progress = task.progress if facts.progress is None else facts.progress
    return {"progress": progress, "evidence": task.evidence | facts.evidence}


def blocked(_task: Situation, _facts: Facts) -> Changes:
    """Open a blocker."""
    return {"blocked": True}


def coordinated(_task: Situation, _facts: Facts) -> Changes:
    """Answer it."""
    return {"blocked": False}


def extension_asked(_task: Situation, facts: Facts) -> Changes:
    """Note the day asked for; the deadline stands until it is granted."""
    return {"asked_deadline_on": facts.deadline_on}


def extension_granted(task: Situation, facts: Facts) -> Changes:
    """Move the deadline, to the day asked for or another; the original one stays."""
    return {
        "deadline_on": facts.deadline_on or task.asked_deadline_on,
        "asked_deadline_on": None,
        "extensions": task.extensions + 1,
    }


def extension_refused(_task: Situation, _facts: Facts) -> Changes:
    """Drop the request."""
    return {"asked_deadline_on": None}


def urged(task: Situation, _facts: Facts) -> Changes:
    """Count it."""
    return {"urges": task.urges + 1}


def escalated(task: Situation, facts: Facts) -> Changes:
    """Note the rung, so that it is not given twice."""
    return {"rungs": task.rungs | {rung_key(facts.rung, task.deadline_on)}}


def suspended(task: Situation, _facts: Facts) -> Changes:
    """Remember where to go on."""
    return {"suspended_in": task.state}


def resumed(_task: Situation, _facts: Facts) -> Changes:
    """Forget it."""
    return {"suspended_in": None}


def cancelled(task: Situation, facts: Facts) -> Changes:
    """End the task; its reason is the answer to whoever raised it."""
    return {**put_down(task, facts), "suspended_in": None, "answered": True}


def reported(task: Situation, facts: Facts) -> Changes:
    """Note who reported and when; with the work done, open requests are void."""
    return {
        **put_down(task, facts),
        "reporters": task.reporters | facts.hands,
        "reported_on": facts.on,
        "evidence": task.evidence | facts.evidence,
    }


def returned(task: Situation, _facts: Facts) -> Changes:
    """Count it; the evidence stays, more may come."""
    return {"returns": task.returns + 1, "reported_on": None}


def closed(task: Situation, facts: Facts) -> Changes:
    """Answer whoever raised the task; a look-back is owed from here."""
    return {"evidence": task.evidence | facts.evidence, "looked_back": False, "answered": True}


def looked_back(_task: Situation, _facts: Facts) -> Changes:
    """Note that it held."""
    return {"looked_back": True}


def relapsed(task: Situation, _facts: Facts) -> Changes:
    """Open the same task again: its history and deadline stay, its proof must be given anew."""
    return {
        "relapses": task.relapses + 1,
        "evidence": NONE,
        "progress": None,
        "reported_on": None,
        "looked_back": False,
        "answered": False,
    }


def back_to(task: Situation) -> State:
    """Return where a suspended task goes on."""
    return task.suspended_in or State.ACCEPTED
