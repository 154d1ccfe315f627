"""A document is deployed once; every clause ends as tasks or with a reason."""

from pathlib import Path

import pytest

from luoshi.act.tasks.models import Task
from luoshi.act.tasks.origins import Origin
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.verification import verify
from luoshi.ground.people.actions import give_grant
from luoshi.plan.deployments.actions import confirm, deploy, dismiss, drop
from luoshi.plan.deployments.models import Clause, Deployment, Draft
from luoshi.plan.deployments.queries import clauses, coverage, drafts
from world.ground import AT, TODAY
from world.loop import DUE, Cast, cast

pytestmark = pytest.mark.django_db
PLAN = Path(__file__).resolve().parents[3] / "src/luoshi/content/demo/plan.txt"


def _deployed(who: Cast) -> Deployment:
    text = PLAN.read_text(encoding="utf-8")
    return deploy(text, "plan.txt", organization=who.committee, by=who.issuer, at=AT)


def test_it_is_stored_with_its_outline_and_exact_words() -> None:
    deployment = _deployed(cast())
    assert (deployment.title, deployment.number) == (
        "海州市2026年政务服务提质增效工作方案",
        "海政办发〔2026〕12号",
    )
    assert (len(clauses(deployment)), len(drafts(deployment))) == (12, 12)
    third = drafts(deployment)[2]
    assert third.lead == "市数据局"
    assert third.units[1] == "市公安局"
    assert deployment.text[third.start : third.end].startswith("推行一件事联办")
    inner = [clause for clause in clauses(deployment) if clause.parent]
    assert inner
    for clause in inner:
        assert clause.parent is not None
        assert clause.parent.start <= clause.start < clause.end <= clause.parent.end
    assert verify().fault is None


def test_the_same_text_twice_is_refused_naming_the_first() -> None:
    who = cast()
    first = _deployed(who)
    entries = Entry.objects.count()
    with pytest.raises(Refusal, match=f"已于 2026-03-02 登记为部署 {first.pk}“海州市2026年"):
        _deployed(who)
    assert (Deployment.objects.count(), Entry.objects.count()) == (1, entries)


def test_a_confirmed_draft_is_a_task_with_its_exact_words() -> None:
    who = cast()
    draft = drafts(_deployed(who))[2]
    task = confirm(draft, by=who.issuer, at=AT, owner=who.office)
    assert (task.issuer, task.owner, task.state) == (who.committee, who.office, "draft")
    assert (task.origin, task.origin_reference) == (
        Origin.CLAUSE,
        f"deployment:{draft.deployment_id}/draft:3",
    )
    assert task.text == draft.deployment.text[draft.start : draft.end]
    assert task.deadline_on == draft.deadline_on
    with pytest.raises(Refusal, match=f"第 3 项已确认为任务 {task.pk}"):
        confirm(draft, by=who.issuer, at=AT)
    assert Task.objects.count() == 1


def test_coverage_grows_to_the_whole_by_tasks_and_reasons() -> None:
    who = cast()
    deployment = _deployed(who)
    before = coverage(deployment)
    assert (len(before.covered), len(before.exempt)) == (0, 0)
    assert before.counted == len(before.open)
    for draft in drafts(deployment):
        if draft.place % 2:
            confirm(draft, by=who.issuer, at=AT)
        else:
            drop(draft, why="已在办理", by=who.issuer, at=AT)
    for clause in coverage(deployment).open:
        dismiss(clause, why="阶段性安排，无需单列", by=who.issuer, at=AT)
    after = coverage(deployment)
    assert after.open == ()
    assert after.covered
    assert after.counted == before.counted
    assert verify().fault is None


def test_dismissing_a_clause_drops_its_drafts_and_says_why() -> None:
    who = cast()
    deployment = _deployed(who)
    clause = Clause.objects.get(drafts__place=3)
    with pytest.raises(Refusal, match="须写明理由"):
        dismiss(clause, why=" ", by=who.issuer, at=AT)
    dismiss(clause, why="由上级统一建设", by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="第 3 项已舍弃（由上级统一建设）"):
        confirm(Draft.objects.get(deployment=deployment, place=3), by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="已注明无需分解"):
        dismiss(clause, why="再说一次", by=who.issuer, at=AT)
    assert clause.pk in [each.pk for each in coverage(deployment).exempt]


def test_a_clause_with_tasks_is_not_dismissed() -> None:
    who = cast()
    draft = drafts(_deployed(who))[2]
    confirm(draft, by=who.issuer, at=AT)
    assert draft.clause
    with pytest.raises(Refusal, match="已分解为 1 件任务"):
        dismiss(draft.clause, why="不用了", by=who.issuer, at=AT)


def test_only_its_organizations_people_or_their_stand_ins_deploy() -> None:
    who = cast()
    with pytest.raises(Refusal, match="“戊书记”在“市数据局”没有岗位"):
        deploy("一、印发办法。", "a.txt", organization=who.committee, by=who.stranger, at=AT)
    with pytest.raises(Refusal, match="没有文字"):
        deploy(" \n", "a.txt", organization=who.committee, by=who.issuer, at=AT)
    give_grant(who.issuer, stand_in=who.stranger, from_on=TODAY, until_on=DUE, by=None, at=AT)
    made = deploy("一、印发办法。", "a.txt", organization=who.committee, by=who.stranger, at=AT)
    entry = Entry.objects.get(chain=made.chain)
    assert (entry.by, entry.for_whom, made.title) == (who.stranger.pk, who.issuer.pk, "a.txt")
