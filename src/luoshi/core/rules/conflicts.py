"""Rules that cannot stand beside each other: overlapping versions, different demands for the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from luoshi.core.rules import mistakes
from luoshi.core.rules.mistakes import Misread, Mistake
from luoshi.core.rules.overlap import together
from luoshi.core.rules.rule import Count, Hours, Pack, Rule, Term

Thing = tuple[str, ...]


def joined(packs: Iterable[Pack], name: str = "", title: str = "") -> Pack:
    """Return one pack of all rules, in the order of the packs.

    Raises ``Misread``, each mistake naming its own file, where they cannot stand beside each other.
    """
    rules = tuple(rule for pack in packs for rule in pack.rules)
    found = [*conflicts(rules), *_raising_nothing(rules)]
    if found:
        raise Misread(found)
    return Pack(name, title, rules)


def conflicts(rules: Sequence[Rule]) -> list[Mistake]:
    """Return what stands against reading these rules together; each mistake is at the later rule of two."""
    versions, things = defaultdict(list), defaultdict(list)
    for rule in rules:
        versions[rule.id].append(rule)
        thing = _thing(rule)
        if thing:
            things[thing].append(rule)
    found = [mistake for same in versions.values() for mistake in _overlaps(same)]
    return found + [mistake for same in things.values() for mistake in _disputes(same)]


def _thing(rule: Rule) -> Thing:
    """Return what must not be asked twice of the same organizations: a kind in a period, hours, an election."""
    if rule.modality == "may":
        return ()
    if isinstance(rule.measure, Count):
        return (rule.measure.what, rule.measure.per)
    if isinstance(rule.measure, Hours):
        return ("hours", rule.measure.of)
    return ("term",) if isinstance(rule.measure, Term) else ()


def _overlaps(rules: Sequence[Rule]) -> Iterator[Mistake]:
    for place, rule in enumerate(rules):
        for other in rules[:place]:
            day = _both_in_force(rule, other)
            if day is not None:
                yield _mistake(rule, mistakes.OVERLAP, day=day.isoformat())


def _disputes(rules: Sequence[Rule]) -> Iterator[Mistake]:
    above = {rule.id: rule.raises for rule in rules if rule.raises}
    for place, rule in enumerate(rules):
        for other in rules[:place]:
            day = _both_in_force(rule, other)
            if day is None or rule.id == other.id or not _same_organizations(rule, other):
                continue
            asked, others = _asked(rule), _asked(other)
            upward = _stands_above(rule, other, above)
            if upward or _stands_above(other, rule, above):
                higher, lower = (rule, other) if upward else (other, rule)
                if _asked(higher) <= _asked(lower):
                    yield _mistake(higher, mistakes.NOT_RAISED, other=_called(lower))
            elif asked == others:
                yield _mistake(rule, mistakes.REPEATED, other=_called(other))
            else:
                facts = {"count": str(asked), "others": str(others), "day": day.isoformat()}
                yield _mistake(rule, mistakes.CONTRADICTION, other=_called(other), **facts)


def _stands_above(rule: Rule, other: Rule, above: Mapping[str, str]) -> bool:
    """Tell whether the rule raises the other, or one that raises it in its turn."""
    passed, id_ = set[str](), rule.id
    while id_ in above and id_ not in passed:
        passed.add(id_)
        id_ = above[id_]
        if id_ == other.id:
            return True
    return False


def _raising_nothing(rules: Sequence[Rule]) -> Iterator[Mistake]:
    known = {rule.id for rule in rules}
    for rule in rules:
        if rule.raises and rule.raises not in known:
            yield _mistake(rule, mistakes.RAISES_UNKNOWN, other=rule.raises)


def _same_organizations(one: Rule, other: Rule) -> bool:
    """Tell whether both may bind one organization; a rule without a condition binds all of its kinds."""
    if one.kinds.isdisjoint(other.kinds):
        return False
    return one.when is None or other.when is None or together(one.when, other.when) is not None


def _both_in_force(one: Rule, other: Rule) -> date | None:
    """Return the first day on which both are valid, or None."""
    day = max(one.valid_from, other.valid_from)
    return day if one.in_force(day) and other.in_force(day) else None


def _asked(rule: Rule) -> int:
    if isinstance(rule.measure, Count):
        return rule.measure.at_least
    if isinstance(rule.measure, Hours):
        return rule.measure.floor
    return rule.measure.years if isinstance(rule.measure, Term) else 0


def _called(rule: Rule) -> str:
    """Return the rule's id and what it is called, because it may stand in another file than the mistake."""
    return f"{rule.id} {rule.title}"


def _mistake(rule: Rule, sentence: str, **facts: str) -> Mistake:
    return Mistake(rule.line, sentence, {"file": rule.file, "line": str(rule.line), "rule": rule.id, **facts})
