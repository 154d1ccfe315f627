"""A review: drafts are put into better words, split, merged, named owners, decided, taken back, sent out."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.verification import verify
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.plan.deployments.actions import (
    amend,
    confirm_all,
    deploy,
    dismiss,
    dispatch_confirmed,
    drop_all,
    merge,
    record_alias,
    split,
    undo,
)
from luoshi.plan.deployments.models import Clause, Deployment, Draft
from luoshi.plan.deployments.parties import meant
from luoshi.plan.deployments.queries import coverage, drafts
from luoshi.plan.deployments.review import lacking, review
from world.ground import AT, TODAY, plant
from world.loop import DUE, Cast, cast

pytestmark = pytest.mark.django_db
DEMO = Path(__file__).resolve().parents[3] / "src/luoshi/content/demo"


def deployed(who: Cast, name: str = "plan") -> Deployment:
    text = (DEMO / f"{name}.txt").read_text(encoding="utf-8")
    return deploy(text, name, organization=who.committee, by=who.issuer, at=AT)


def at(deployment: Deployment, place: int) -> Draft:
    return Draft.objects.get(deployment=deployment, place=place)


def ready(who: Cast, deployment: Deployment, *places: int) -> None:
    terms = {"standard": "办法印发", "deadline_on": DUE, "owners": [who.office.pk]}
    amend(deployment, places, terms, by=who.issuer, at=AT)


def test_an_amendment_keeps_before_and_after_and_the_same_words_say_nothing() -> None:
    who = cast()
    deployment = deployed(who)
    amend(deployment, [3], {"title": " 合并表单 ", "deadline_on": DUE}, by=who.issuer, at=AT)
    assert (at(deployment, 3).title, at(deployment, 3).version) == ("合并表单", 1)
    entry = Entry.objects.get(chain=deployment.chain, verb="draft.amended")
    assert entry.facts["change"]["drafts"]["3"]["deadline_on"] == ["2026-06-30", "2026-03-30"]
    amend(deployment, [3], {"title": "合并表单"}, by=who.issuer, at=AT)
    assert Entry.objects.filter(chain=deployment.chain, verb="draft.amended").count() == 1


def test_whoever_saw_an_older_draft_is_told_and_overwrites_nothing() -> None:
    who = cast()
    deployment = deployed(who)
    amend(deployment, [3], {"title": "先改的"}, by=who.issuer, at=AT, seen={3: 0})
    with pytest.raises(Refusal, match="第 3 项刚才被别人改过"):
        amend(deployment, [3], {"title": "后改的"}, by=who.verifier, at=AT, seen={3: 0})
    assert at(deployment, 3).title == "先改的"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "没有名称"),
        ({"title": "长" * 10_000}, "“名称”有 10000 个字，超过 200 个字"),
        ({"standard": "长" * 2_001}, "“完成标准”有 2001 个字"),
        ({"evidence_named": ["长" * 61]}, "“佐证”有 61 个字"),
        ({"owners": [0]}, "已经撤销"),
    ],
)
def test_an_unsound_amendment_changes_nothing(changes: dict[str, object], sentence: str) -> None:
    who = cast()
    deployment = deployed(who)
    with pytest.raises(Refusal, match=sentence):
        amend(deployment, [3], changes, by=who.issuer, at=AT)
    assert at(deployment, 3).version == 0
    with pytest.raises(ValueError, match="text"):
        amend(deployment, [3], {"text": "x"}, by=who.issuer, at=AT)


def test_a_split_draft_is_several_with_the_same_words() -> None:
    who = cast()
    deployment = deployed(who)
    parts = split(deployment, 3, ["合并表单", "", "压减材料"], by=who.issuer, at=AT)
    assert [part.title for part in parts] == ["合并表单", "压减材料"]
    assert {(part.start, part.end, part.clause_id, part.deadline_on) for part in parts} == {
        (parts[0].start, parts[0].end, parts[0].clause_id, date(2026, 6, 30))
    }
    assert [draft.place for draft in drafts(deployment)][2:4] == [3, parts[1].place]
    undo(deployment, by=who.issuer, at=AT)
    assert parts[1].place not in [draft.place for draft in drafts(deployment)]
    assert at(deployment, 3).title != "合并表单"
    with pytest.raises(Refusal, match="至少要写两行"):
        split(deployment, 3, ["合并表单"], by=who.issuer, at=AT)


def test_a_merged_draft_is_answered_where_it_went() -> None:
    who = cast()
    deployment = deployed(who)
    first, second = at(deployment, 3), at(deployment, 4)
    merge(deployment, [4, 3], by=who.issuer, at=AT)
    assert at(deployment, 3).title == f"{first.title}；{second.title}"[:200]
    with pytest.raises(Refusal, match="第 4 项已并入第 3 项"):
        confirm_all(deployment, [4], by=who.issuer, at=AT)
    ready(who, deployment, 3)
    confirm_all(deployment, [3], by=who.issuer, at=AT)
    covered = {clause.pk for clause in coverage(deployment).covered}
    assert {first.clause_id, second.clause_id} <= covered
    with pytest.raises(Refusal, match="至少要选两项"):
        merge(deployment, [5, 5], by=who.issuer, at=AT)


def test_only_what_could_be_dispatched_is_confirmed_and_all_of_it_or_nothing() -> None:
    who = cast()
    deployment = deployed(who)
    ready(who, deployment, 3)
    assert lacking(at(deployment, 3), TODAY) == ()
    assert lacking(at(deployment, 6), TODAY) == ("standard", "rest_day")
    with pytest.raises(Refusal, match="没有承办单位"):
        confirm_all(deployment, [3, 4], by=who.issuer, at=AT)
    assert at(deployment, 3).is_open
    amend(deployment, [3], {"deadline_on": date(2026, 10, 31)}, by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="不是工作日"):
        confirm_all(deployment, [3], by=who.issuer, at=AT)


def test_each_owner_gets_a_task_and_all_go_out_in_one_act() -> None:
    who = cast()
    deployment = deployed(who)
    other = plant("市数据局综合处", who.committee, OrganizationKind.OFFICE)
    ready(who, deployment, 3, 4)
    amend(deployment, [3], {"owners": [who.office.pk, other.pk]}, by=who.issuer, at=AT)
    made = confirm_all(deployment, [3, 4], by=who.issuer, at=AT)
    assert [task.owner for task in made] == [who.office, other, who.office]
    assert at(deployment, 3).task_ids == [made[0].pk, made[1].pk]
    sent = dispatch_confirmed(deployment, by=who.issuer, at=AT)
    assert {(task.pk, task.state) for task in sent} == {(task.pk, "dispatched") for task in made}
    with pytest.raises(Refusal, match="没有已确认、待交办"):
        dispatch_confirmed(deployment, by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="已经交办，不能撤回"):
        undo(deployment, by=who.issuer, at=AT)
    assert verify().fault is None


def test_undo_restores_act_by_act_and_only_ones_own() -> None:
    who = cast()
    deployment = deployed(who)
    ready(who, deployment, 3)
    [task] = confirm_all(deployment, [3], by=who.issuer, at=AT)
    drop_all(deployment, [4, 5], why="已在办理", by=who.issuer, at=AT)
    clause = Clause.objects.get(deployment=deployment, drafts__place=6)
    dismiss(clause, why="由上级统一办", by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="没有可以撤回"):
        undo(deployment, by=who.verifier, at=AT)
    for verb in ("clause.exempted", "draft.dropped", "draft.confirmed", "draft.amended"):
        assert undo(deployment, by=who.issuer, at=AT).verb == verb
    clause.refresh_from_db()
    task.refresh_from_db()
    assert (clause.exempt_why, task.state) == ("", "cancelled")
    assert all(draft.is_open for draft in drafts(deployment))
    assert at(deployment, 3).owners == [who.committee.pk]
    with pytest.raises(Refusal, match="没有可以撤回"):
        undo(deployment, by=who.issuer, at=AT)
    assert verify().fault is None


def test_what_somebody_changed_since_is_not_undone() -> None:
    who = cast()
    deployment = deployed(who)
    amend(deployment, [3], {"title": "甲的话"}, by=who.issuer, at=AT)
    amend(deployment, [3], {"title": "乙的话"}, by=who.verifier, at=AT)
    with pytest.raises(Refusal, match="第 3 项之后又被改过"):
        undo(deployment, by=who.issuer, at=AT)
    assert at(deployment, 3).title == "乙的话"


def test_an_answer_about_a_name_is_remembered_for_the_next_document() -> None:
    who = cast()
    deployment = deployed(who)
    assert "市司法局" in review(deployment, who.issuer).asked
    record_alias(deployment, "市司法局", who.office, by=who.issuer, at=AT)
    assert at(deployment, 4).owners == [who.office.pk]
    assert "市司法局" not in review(deployment, who.issuer).asked
    entry = Entry.objects.get(chain=who.committee.chain, verb="organization.alias_recorded")
    assert entry.facts["name"] == "市司法局"
    text = "一、印发办法。（市司法局牵头；2026年3月31日前完成）"
    later = deploy(text, "b", organization=who.committee, by=who.issuer, at=AT)
    assert at(later, 1).owners == [who.office.pk]


def test_a_name_may_mean_all_of_a_kind() -> None:
    who = cast()
    branches = [plant(f"第{number}党支部", who.office) for number in "一二"]
    deployment = deployed(who, "speech")
    record_alias(deployment, "各支部", who.committee, each_kind=OrganizationKind.BRANCH, by=who.issuer, at=AT)
    filled = next(draft for draft in drafts(deployment) if "各支部" in draft.units)
    assert filled.owners == [branch.pk for branch in branches]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("市数据局政务处", ["市数据局政务处"]),
        ("jzwc", ["市数据局政务处"]),
        ("市数据局政务处、政务处党支部", ["市数据局政务处", "政务处党支部"]),
        ("市数据局下属全部支部", ["政务处党支部", "综合党支部"]),
        ("全部支部", ["政务处党支部", "综合党支部"]),
    ],
)
def test_units_are_named_as_people_name_them(words: str, found: list[str]) -> None:
    who = cast()
    plant("政务处党支部", who.office)
    plant("综合党支部", who.committee)
    assert [each.name for each in meant(who.committee, words)] == found


@pytest.mark.parametrize(
    ("words", "sentence"),
    [("市民政局", "“市民政局”不是本组织或下级"), ("党支部", "可能是政务处党支部（政务处党支部）、综合")],
)
def test_what_is_out_of_reach_or_unclear_is_refused(words: str, sentence: str) -> None:
    who = cast()
    plant("政务处党支部", who.office)
    plant("综合党支部", who.committee)
    with pytest.raises(Refusal, match=sentence):
        meant(who.committee, words)


def test_a_review_takes_as_many_queries_for_a_long_document_as_for_a_short_one() -> None:
    who = cast()
    short = deploy("一、印发办法。（市司法局牵头）", "a", organization=who.committee, by=who.issuer, at=AT)
    text = "\n".join(f"{number}. 印发办法{number}。（单位{number}局牵头）" for number in range(1, 101))
    long = deploy(text, "b", organization=who.committee, by=who.issuer, at=AT)
    for place in range(1, 40):
        amend(long, [place], {"owners": [who.office.pk]}, by=who.issuer, at=AT)

    def counted(of: Callable[[], object]) -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            of()
        return len(captured)

    amend(short, [1], {"owners": [who.office.pk]}, by=who.issuer, at=AT)
    assert counted(lambda: review(long, who.issuer)) == counted(lambda: review(short, who.issuer)) <= 8
    assert len(review(long, who.issuer).drafts) == 100
