"""A local rule is drafted, tried, put into force from a day on; its versions stay."""

from datetime import UTC, date, datetime

import pytest

from luoshi.core.refusals import Refusal
from luoshi.core.rules import Misread, Status
from luoshi.ground.ledger.queries import story
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.models import PostKind
from luoshi.plan.obligations import refusals
from luoshi.plan.obligations.actions import approve, draft_rule, publish, redraft, repeal, revise, try_out
from luoshi.plan.obligations.budget import budgeted
from luoshi.plan.obligations.models import RuleVersion
from luoshi.plan.obligations.packs import LOCAL
from luoshi.plan.obligations.queries import year_of
from luoshi.plan.obligations.trial import TrialRow
from world.branches import Committee, committee, in_force, monthly, reported
from world.ground import plant
from world.loop import holder

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 6, 10, 2, 0, tzinfo=UTC)
TODAY = date(2026, 6, 10)
JULY = date(2026, 7, 1)


def _drafted(who: Committee, text: str = "") -> RuleVersion:
    return draft_rule(who.committee, text or monthly(JULY), by=who.officer, at=NOW)


def _tried(who: Committee, text: str = "") -> RuleVersion:
    version = _drafted(who, text)
    try_out(version, by=who.officer, at=NOW)
    return version


def _refused(sentence: str) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(Refusal, check=lambda refusal: refusal.sentence == sentence)


def test_a_trial_says_who_would_have_missed_it_in_the_last_twelve_months_and_what_it_costs() -> None:
    who = committee(members=5)
    reported(who.branches[0], date(2025, 6, 3), date(2025, 7, 3), date(2026, 5, 31), date(2026, 6, 1))
    trial = try_out(_drafted(who), by=who.officer, at=NOW)
    assert (trial.first_month, trial.last_month) == (date(2025, 6, 1), date(2026, 5, 1))
    rows = {row.organization: row for row in (TrialRow(*each) for each in trial.result)}
    assert rows.keys() == {branch.pk for branch in who.branches}
    # June, July and May were kept; the June of today is not over.
    assert rows[who.branches[0].pk][1:4] == (3, 9, 0)
    assert rows[who.branches[1].pk][1:4] == (0, 12, 0)
    # 180 minutes to prepare and 2 to record, twelve times; nobody has to attend a report.
    assert rows[who.branches[0].pk][5:] == (12 * 182, 0)


def test_nothing_is_published_untried_or_after_its_text_changed() -> None:
    who = committee()
    version = _drafted(who)
    with _refused(refusals.UNTRIED):
        publish(version, since=JULY, by=who.officer, at=NOW)
    try_out(version, by=who.officer, at=NOW)
    changed = redraft(version, monthly(JULY, 2), seen=version.digest, by=who.officer, at=NOW)
    with _refused(refusals.UNTRIED):
        publish(changed, since=JULY, by=who.officer, at=NOW)


def _cheap(since: date = JULY) -> str:
    return monthly(since, what="contact_abroad")


def test_it_counts_from_its_day_on_and_the_ledger_says_so() -> None:
    who = committee()
    version = publish(_tried(who, _cheap()), since=date(2026, 8, 15), by=who.officer, at=NOW)
    keys = [each.key for each in year_of(who.branches[0], 2026, TODAY) if each.rule.id.startswith(LOCAL)]
    assert keys == ["2026-09", "2026-10", "2026-11", "2026-12"]
    assert [entry.verb for entry in story(version.rule.chain)] == [
        "rule.drafted",
        "rule.tried",
        "rule.published",
    ]


def test_another_day_changes_only_the_periods_it_should() -> None:
    who = committee()
    version = in_force(_drafted(who, _cheap(date(2026, 1, 1))), date(2026, 1, 1))
    reported(who.branches[1], date(2026, 1, 5))

    def stood() -> dict[tuple[str, str], Status]:
        return {(each.rule.id, each.key): each.status for each in year_of(who.branches[0], 2026, TODAY)}

    before = stood()
    in_force(version, date(2026, 3, 1))
    after = stood()
    local = f"{LOCAL}{version.rule_id}-1"
    assert before.items() - after.items() == {
        ((local, "2026-01"), Status.MISSED),
        ((local, "2026-02"), Status.MISSED),
    }
    assert after.items() <= before.items()


def test_a_new_version_follows_and_the_old_one_stays() -> None:
    who = committee()
    first = in_force(_drafted(who, _cheap(date(2026, 1, 1))), date(2026, 1, 1))
    second = revise(first.rule, monthly(JULY, 2, what="contact_abroad"), by=who.officer, at=NOW)
    assert second.number == 2
    trial = try_out(second, by=who.officer, at=NOW)
    assert {row[4] for row in trial.result} == {0}
    publish(second, since=date(2026, 9, 1), by=who.officer, at=NOW)
    found = [each for each in year_of(who.branches[0], 2026, TODAY) if each.rule.id.startswith(LOCAL)]
    assert {each.key: each.need for each in found} == {
        f"2026-{month:02}": 2 if month >= 9 else 1 for month in range(1, 13)
    }
    assert first.rule.versions.count() == 2


def test_a_published_version_cannot_change() -> None:
    who = committee()
    version = in_force(_drafted(who), JULY)
    with _refused(refusals.PUBLISHED):
        redraft(version, monthly(JULY, 2), seen=version.digest, by=who.officer, at=NOW)
    with _refused(refusals.PUBLISHED):
        try_out(version, by=who.officer, at=NOW)


def test_it_is_repealed_from_a_day_on() -> None:
    who = committee()
    version = in_force(_drafted(who, _cheap(date(2026, 1, 1))), date(2026, 1, 1))
    repeal(version, on=date(2026, 8, 1), by=who.officer, at=NOW)
    keys = [each.key for each in year_of(who.branches[0], 2026, TODAY) if each.rule.id.startswith(LOCAL)]
    assert keys == [f"2026-{month:02}" for month in range(1, 8)]
    with _refused(refusals.ENDED):
        repeal(version, on=date(2026, 8, 1), by=who.officer, at=NOW)


def test_the_past_is_bound_by_nobody() -> None:
    who = committee()
    with _refused(refusals.BACKDATED):
        publish(_tried(who, _cheap()), since=date(2026, 6, 9), by=who.officer, at=NOW)


def test_only_who_leads_or_serves_there_makes_rules_and_only_for_those_below() -> None:
    who = committee()
    outsider = holder("戊委员", who.committee, PostKind.PUBLICITY_MEMBER)
    with _refused(refusals.NOT_ISSUER):
        draft_rule(who.committee, monthly(JULY), by=outsider, at=NOW)
    with _refused(refusals.NOT_ISSUER):
        draft_rule(who.root, monthly(JULY), by=who.officer, at=NOW)
    secretary = holder("寅书记", who.branches[0], PostKind.SECRETARY)
    with _refused(refusals.SCOPE):
        draft_rule(who.branches[0], monthly(JULY), by=secretary, at=NOW)


def test_more_than_the_budget_needs_the_word_of_another_who_leads() -> None:
    who = committee()
    version = _tried(who, monthly(JULY))
    assert budgeted(version).hours == "36.4"
    with _refused(refusals.OVER_BUDGET):
        publish(version, since=JULY, by=who.officer, at=NOW)
    with _refused(refusals.NOT_APPROVER):
        approve(version, why="全市统一要求", by=who.officer, at=NOW)
    with _refused(refusals.WHYLESS):
        approve(version, why=" ", by=who.secretary, at=NOW)
    approve(version, why="全市统一要求，年内试行", by=who.secretary, at=NOW)
    assert publish(version, since=JULY, by=who.officer, at=NOW).approved_by == who.secretary


def test_nobody_approves_his_own_draft_or_what_needs_no_approval() -> None:
    who = committee()
    own = draft_rule(who.committee, monthly(JULY), by=who.secretary, at=NOW)
    with _refused(refusals.NOT_APPROVER):
        approve(own, why="需要", by=who.secretary, at=NOW)
    with _refused(refusals.WITHIN_BUDGET):
        approve(_drafted(who, _cheap()), why="需要", by=who.secretary, at=NOW)


def test_a_rule_that_contradicts_one_in_force_is_refused_at_its_line() -> None:
    who = committee()
    text = monthly(JULY, 2, what="theme_day")
    version = _tried(who, text)
    approve(version, why="先行先试", by=who.secretary, at=NOW)
    with pytest.raises(Misread, match=r"第 \d+ 行"):
        publish(version, since=JULY, by=who.officer, at=NOW)
    raised = _tried(who, monthly(JULY, 2, what="theme_day", raises="ZB-23"))
    publish(raised, since=JULY, by=who.officer, at=NOW)


def test_what_the_text_lets_end_or_change_by_itself_does_so() -> None:
    who = committee()
    once, twice = (monthly(JULY, times, what="contact_abroad") for times in (1, 2))
    ended = once.replace("valid_from = 2026-07-01", "valid_from = 2026-07-01\nvalid_until = 2026-08-31")
    later = twice[twice.index("[[rules]]") :].replace("valid_from = 2026-07-01", "valid_from = 2026-10-01")
    in_force(_drafted(who, f"{ended}\n{later}"), JULY)
    found = [each for each in year_of(who.branches[0], 2026, TODAY) if each.rule.id.startswith(LOCAL)]
    assert {each.key: each.need for each in found} == {
        "2026-07": 1,
        "2026-08": 1,
        "2026-10": 2,
        "2026-11": 2,
        "2026-12": 2,
    }


def test_what_would_count_on_no_day_is_not_published() -> None:
    who = committee()
    ended = _cheap().replace("valid_from = 2026-07-01", "valid_from = 2026-07-01\nvalid_until = 2026-08-31")
    with _refused(refusals.EXPIRED):
        publish(_tried(who, ended), since=date(2026, 9, 1), by=who.officer, at=NOW)


def test_a_local_rule_may_raise_one_from_above_and_costs_what_it_adds() -> None:
    who = committee()
    above = holder("庚书记", who.root, PostKind.SECRETARY)
    twice = draft_rule(who.root, monthly(JULY, 2, what="theme_day", raises="ZB-23"), by=above, at=NOW)
    in_force(twice, JULY)
    raising = {"what": "theme_day", "raises": f"{LOCAL}{twice.rule_id}-1"}
    third = _tried(who, monthly(JULY, 3, **raising))
    # One theme day a month beyond those two: 47 minutes of whoever prepares and records.
    assert budgeted(third).minutes == 12 * 47
    assert publish(third, since=JULY, by=who.officer, at=NOW).valid_from == JULY


def test_what_a_raised_rule_asks_already_costs_nothing_more() -> None:
    who = committee(members=2)
    trial = try_out(_drafted(who, monthly(JULY, 2, what="theme_day", raises="ZB-23")), by=who.officer, at=NOW)
    # Twelve theme days more: 47 minutes of whoever prepares and records, 90 of each of two members.
    assert {tuple(row[5:]) for row in trial.result} == {(12 * 47, 12 * 180)}


def test_mistakes_in_a_text_are_said_at_their_lines() -> None:
    who = committee()
    text = monthly(JULY).replace("at_least = 1", "at_least = 0").replace('per = "month"', 'per = "week"')
    with pytest.raises(Misread) as refused:
        draft_rule(who.committee, text, by=who.officer, at=NOW)
    assert len(refused.value.mistakes) == 2
    with pytest.raises(Misread, match="full_moon"):
        draft_rule(
            who.committee,
            monthly(JULY, full_members=3).replace("full_members >= 3", "full_moon >= 3"),
            by=who.officer,
            at=NOW,
        )
    with _refused(refusals.NOT_LOCAL):
        draft_rule(who.committee, monthly(JULY).replace('"local"', '"national"'), by=who.officer, at=NOW)
    assert not RuleVersion.objects.exists()


def test_two_who_reword_a_draft_do_not_overwrite_each_other() -> None:
    who = committee()
    version = _drafted(who)
    redraft(version, monthly(JULY, 2), seen=version.digest, by=who.officer, at=NOW)
    with _refused(refusals.STALE):
        redraft(version, monthly(JULY, 3), seen=version.digest, by=who.secretary, at=NOW)


def test_rules_bind_kinds_that_they_name() -> None:
    who = committee()
    plant("机关党总支", who.committee, OrganizationKind.GENERAL_BRANCH)
    trial = try_out(_drafted(who, monthly(JULY, binds=("general_branch",))), by=who.officer, at=NOW)
    assert len(trial.result) == 1
