"""Standards of completion that fit a task's words: suggested to whoever writes one, never decided."""

from collections.abc import Sequence

from luoshi.core.reading.grammar.standards import EVIDENCE, STANDARDS

OTHERWISE = "按要求办结，书面报告结果"
OTHERWISE_EVIDENCE = "书面报告"
MOST = 3


def standards_for(words: str, quantities: Sequence[str] = ()) -> tuple[str, ...]:
    """Return up to three standards for a task in these words, the best first; never none.

    ``quantities`` as the reader found them are what the first standard has to reach.
    """
    fitting = [rule.means for rule in STANDARDS if rule.regex.search(words)] or [OTHERWISE]
    if quantities:
        fitting.insert(0, f"{fitting[0]}；达到{'、'.join(dict.fromkeys(quantities))}")
    return tuple(dict.fromkeys([*fitting, OTHERWISE]))[:MOST]


def evidence_for(words: str) -> str:
    """Return the kind of proof that shows a task in these words done."""
    return next((EVIDENCE[rule.name] for rule in STANDARDS if rule.regex.search(words)), OTHERWISE_EVIDENCE)
