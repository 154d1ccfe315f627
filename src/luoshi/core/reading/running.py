"""Tasks in running speech: which sentences ask for something, of whom, how firmly."""

import re
from dataclasses import dataclass

from luoshi.core.reading.grammar.acts import ATTITUDE, BARE, CONCRETE, VAGUE
from luoshi.core.reading.grammar.rule import any_of
from luoshi.core.reading.grammar.stances import DEMAND, IDLE, OWN, PAST, QUOTED
from luoshi.core.reading.model import Span, Stance, Strength

_OWN, _QUOTED, _PAST, _IDLE, _DEMAND = map(any_of, (OWN, QUOTED, PAST, IDLE, DEMAND))
_CLAUSE_BREAK = re.compile(r"[，；：]")
_PAST_TITLE = re.compile(r"回顾|总结|成绩|成效(?:显著|明显)?$|取得|走在|上了|新提升|新台阶|了$|前一段|已|再上")
_QUOTE = re.compile(r"“[^”]*”")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a sentence is: its stance (``None`` for no task at all) and its strength."""

    stance: Stance | None
    strength: Strength


def judge(sentence: str, in_past_section: bool) -> Judgement:
    """Judge one folded sentence; ``in_past_section`` says its clause looks back."""
    spoken = _QUOTE.sub("“”", sentence)
    strength: Strength = "core" if _is_checkable(sentence) else "soft"
    own = _OWN.search(spoken)
    demanded = bool(_DEMAND.search(spoken))
    acts = sum(bool(BARE.regex.match(clause.strip())) for clause in _CLAUSE_BREAK.split(spoken))
    if not demanded and not acts:
        return Judgement(None, strength)
    quoted = _QUOTED.search(spoken)
    if quoted and not (own and own.start() > quoted.start()):
        return Judgement("quotation", strength)
    if (in_past_section and not demanded) or (_PAST.search(spoken) and not _demands_after_past(spoken)):
        return Judgement("past", strength)
    if _IDLE.search(spoken) and not own:
        return Judgement(None, strength)
    return Judgement("commitment", strength)


def looks_back(title: str) -> bool:
    """Whether a clause of this title reports what was done, in the form of tasks."""
    return bool(_PAST_TITLE.search(title))


def _demands_after_past(spoken: str) -> bool:
    *_, last = _PAST.finditer(spoken)
    return bool(_DEMAND.search(spoken, last.end()))


def _is_checkable(sentence: str) -> bool:
    """More checkable acts than attitudes, after a vague phrase has taken one away."""
    acts = len(CONCRETE.regex.findall(sentence)) - len(VAGUE.regex.findall(sentence))
    return acts > 0 and 2 * acts >= len(ATTITUDE.regex.findall(sentence))
