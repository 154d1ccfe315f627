"""The shipped regulations: sound, proved by their cases, free of what circulates and is wrong."""

import re
from collections import Counter
from datetime import date

import pytest

from luoshi.core.rules import (
    ORGANIZATION_KINDS,
    Count,
    Deadline,
    Hours,
    Pack,
    Rule,
    Subject,
    Term,
    docket_of,
    joined,
    owed,
    undemonstrated,
    work,
)
from luoshi.core.rules.record import NOTHING
from luoshi.edge.exchange.regulations import packs
from luoshi.ground.organizations.models import OrganizationKind
from world.rules import ALMANAC

PACKS = packs()
RULES = [rule for pack in PACKS for rule in pack.rules]
each_pack = pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.name)
# What the table of facts knows from memory or excerpts; whatever else is shipped was held against a text.
UNCHECKED = (
    "ZB-01", "ZB-02", "ZB-03", "ZB-05", "ZB-10", "ZB-22", "ZB-23", "ZB-24", "ZB-26", "ZB-28", "ZB-30", "ZB-31",
    "XJ-01-3", "XJ-01-4", "ZR-01", "ZX-01", "MS-01", "JD-03", "TR-01", "BD-01", "BD-02", "BD-03",
)  # fmt: skip
# Rows of it that are doubtful, or that say not to encode them.
DOUBTFUL = ("ZB-37", "ZR-04", "MS-03", "QS-02")


def _counting(what: str) -> list[tuple[Rule, Count]]:
    return [
        (rule, rule.measure)
        for rule in RULES
        if isinstance(rule.measure, Count) and rule.measure.what == what
    ]


@each_pack
def test_every_case_comes_out_as_its_author_says(pack: Pack) -> None:
    assert [(each.case.name, each.differs) for each in work(pack, ALMANAC) if each.differs] == []


@each_pack
def test_every_date_is_shown_from_both_sides(pack: Pack) -> None:
    assert [(rule.id, day) for rule, day in undemonstrated(pack)] == []


def test_there_are_cases_enough() -> None:
    assert len(PACKS) >= 12
    assert min(len(rule.cases) for rule in RULES) >= 2


def test_they_stand_beside_each_other_and_beside_the_local_example() -> None:
    assert len(joined(PACKS).rules) == len(RULES)


def test_what_is_not_checked_says_so_and_why() -> None:
    assert {rule.id for rule in RULES if not rule.checked} == set(UNCHECKED)
    assert [rule.id for rule in RULES for each in rule.citations if not each.checked and not each.note] == []


def test_nothing_doubtful_is_shipped() -> None:
    assert [rule.id for rule in RULES if rule.id.startswith(DOUBTFUL)] == []


def test_kinds_of_organizations_are_those_of_the_register() -> None:
    assert set(ORGANIZATION_KINDS) == set(OrganizationKind.values)


def test_no_branch_owes_a_number_of_lectures() -> None:
    assert [rule.id for rule, _count in _counting("lecture") if "branch" in rule.kinds] == []
    assert [count.per for _rule, count in _counting("lecture")] == ["year"]


def test_organizational_life_meeting_once_a_year() -> None:
    assert [(count.per, count.at_least) for _rule, count in _counting("organizational_life_meeting")] == [
        ("year", 1)
    ]


def test_terms_of_organs_are_those_since_2019() -> None:
    [committee] = [
        rule for rule in RULES if isinstance(rule.measure, Term) and "organ_committee" in rule.kinds
    ]
    assert committee.measure == Term(5)


def test_the_application_for_a_branch_is_answered_within_a_month() -> None:
    [answer] = [
        rule.measure
        for rule in RULES
        if isinstance(rule.measure, Deadline) and rule.measure.after == "branch_application"
    ]
    assert (answer.within, answer.unit) == (1, "month")


def test_56_hours_come_from_the_training_plan_alone() -> None:
    cited = {
        citation.document
        for rule in RULES
        if isinstance(rule.measure, Hours) and rule.measure.floor == 56
        for citation in rule.citations
    }
    assert cited
    assert [document for document in cited if "培训工作规划" not in document] == []


def test_the_half_yearly_session_is_on_strict_governance() -> None:
    cited = [
        (rule.id, citation.document)
        for rule in RULES
        if isinstance(rule.measure, Count) and rule.measure.per == "half_year" and "party_group" in rule.kinds
        for citation in rule.citations
    ]
    assert cited == [("ZR-01", "党委（党组）落实全面从严治党主体责任规定")]


@pytest.mark.parametrize("words", ["四不两直", "三分之一", "到会.{0,4}半数", "每季度.{0,6}党课"])
def test_no_rule_says_what_circulates_and_is_wrong(words: str) -> None:
    assert [rule.id for rule in RULES if re.search(words, rule.sentence + rule.title)] == []


def test_the_sentence_of_a_deadline_is_as_strict_as_its_modality() -> None:
    said = {rule.id: "一般" in rule.sentence for rule in RULES if isinstance(rule.measure, Deadline)}
    assert {id_ for id_, loosely in said.items() if loosely} == {
        rule.id for rule in RULES if isinstance(rule.measure, Deadline) and rule.modality == "norm"
    }


def test_admissions_follow_the_revision_of_2026() -> None:
    cited = {
        (citation.text_version, rule.valid_from)
        for rule in RULES
        for citation in rule.citations
        if citation.document == "中国共产党发展党员工作细则"
    }
    assert cited == {("2026-05-11", date(2026, 5, 11))}


def test_a_branch_with_a_committee_owes_thirty_meetings_a_year() -> None:
    """The fact table counts 4 + 12 + 12 + 1 + 1 for meetings, committee, theme days, life meeting and review."""
    subject = Subject(
        "b", "branch", facts={"committee": True, "organ": True, "activists": 0, "members_abroad": 0}
    )
    docket = docket_of(joined(pack for pack in PACKS if pack.scope != "example"), 2026, ALMANAC)
    listed = Counter(each.rule.id for each in owed(docket, subject, NOTHING, date(2026, 1, 1)))
    assert {rule: listed[rule] for rule in ("ZB-10", "ZB-13", "ZB-23", "ZB-24", "ZB-26")} == {
        "ZB-10": 4,
        "ZB-13": 12,
        "ZB-23": 12,
        "ZB-24": 1,
        "ZB-26": 1,
    }
