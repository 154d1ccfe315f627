"""Tasks in running speech: which sentences ask for something, and how firmly."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from luoshi.core.reading.grammar.acts import ABSTRACT, BARE, DOING, OBJECT, VAGUE
from luoshi.core.reading.grammar.rule import any_of
from luoshi.core.reading.grammar.stances import (
    DONE,
    HABIT,
    IDLE,
    INTENT,
    LOOKING_BACK,
    MUST,
    OVER,
    OWN,
    PREAMBLE,
    QUOTED,
    SAYING,
)
from luoshi.core.reading.model import Stance, Strength

_OWN, _QUOTED, _OVER, _DONE, _IDLE, _MUST, _INTENT, _HABIT = map(
    any_of, (OWN, QUOTED, OVER, DONE, IDLE, MUST, INTENT, HABIT)
)
_BACK, _WHY = any_of(LOOKING_BACK), any_of(PREAMBLE)
_CLAUSE = re.compile(r"[^，；：]+")
_QUOTE = re.compile(r"“[^“”]*”")
_SAYS = SAYING.regex
_ENOUGH = 2
_SHORT = 2
_VAGUE_COST = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a sentence is: its stance (``None`` for no task at all), its strength, and whether it says 要 or 必须."""

    stance: Stance | None
    strength: Strength
    demanded: bool


def judge(sentence: str, *, reported: bool) -> Judgement:
    """Judge one folded sentence; ``reported`` says that its clause looks back."""
    spoken = _QUOTE.sub("“”", sentence) if "“" in sentence else sentence
    stance = _stance(spoken, reported=reported) or _in_passing(sentence, spoken)
    strength: Strength = "core" if stance and _is_checkable(sentence) else "soft"
    return Judgement(stance, strength, bool(stance and _MUST.search(spoken)))


def _in_passing(sentence: str, spoken: str) -> Stance | None:
    """A demand inside quotation marks, an act told of somebody: what looks like a task and is none."""
    if _SAYS.search(spoken) and _QUOTED.search(spoken) and _MUST.search(sentence):
        return "quotation"
    told = _OVER.search(spoken) or _DONE.search(spoken)
    return "past" if told and DOING.regex.search(spoken) and not _MUST.search(spoken) else None


def in_context(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The sentences of one clause together: where half tell of the past and none demands, bare imperatives tell too."""
    asking = [judgement for judgement in judgements if judgement.stance]
    told = sum(judgement.stance == "past" for judgement in asking)
    if 2 * told < max(1, len(asking)) or any(judgement.demanded for judgement in asking):
        return list(judgements)
    return [replace(one, stance="past") if one.stance == "commitment" else one for one in judgements]


def _stance(spoken: str, *, reported: bool) -> Stance | None:
    first_act = _first_act(spoken)
    must = _MUST.search(spoken)
    if first_act is None and not must and not _INTENT.search(spoken):
        return None
    own = _OWN.search(spoken)
    quoted = _QUOTED.search(spoken) if _SAYS.search(spoken) else None
    if quoted and not (own and own.start() > quoted.start()):
        return "quotation"
    if _is_past(spoken, first_act, reported=reported):
        return "past"
    if not own and _IDLE.search(spoken):
        return None
    return "practice" if not must and _HABIT.search(spoken) else "commitment"


def looks_back(title: str) -> bool:
    """Whether a clause of this title reports what was done, in the form of tasks."""
    return bool(_BACK.search(title))


def is_preamble(title: str) -> bool:
    """Whether a clause of this title says why and in what spirit, not what."""
    return bool(_WHY.search(title))


def _first_act(spoken: str) -> int | None:
    """Where the first comma clause that is a bare imperative begins."""
    return next(
        (clause.start() for clause in _CLAUSE.finditer(spoken) if BARE.regex.match(clause[0].strip())), None
    )


def _is_past(spoken: str, first_act: int | None, *, reported: bool) -> bool:
    """Done, or told of a time that is over before anything is asked; 要 and 必须 look forward again."""
    over = _OVER.search(spoken)
    told = over is not None and (first_act is None or over.start() <= first_act)
    if over and told:
        return not _MUST.search(spoken, over.end())
    return bool(reported or _DONE.search(spoken)) and not _MUST.search(spoken)


def _is_checkable(sentence: str) -> bool:
    """Two acts that somebody can check, or one with an object every office keeps a file of.

    In a sentence of one or two comma clauses a single act is enough: there is nothing else in it.
    """
    clauses = _CLAUSE.findall(sentence)
    acts = sum(_weight(clause) for clause in clauses)
    enough = _ENOUGH if len(clauses) > _SHORT else 1
    return acts >= enough and acts - _VAGUE_COST * len(VAGUE.regex.findall(sentence)) >= enough


def _weight(clause: str) -> int:
    doing = DOING.regex.search(clause)
    if not doing:
        return 0
    return bool(OBJECT.regex.search(clause, doing.end())) + (not ABSTRACT.regex.search(clause))
