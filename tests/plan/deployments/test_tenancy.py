"""A deployment with open ends keeps its organization from being dissolved; a merger takes it along."""

import pytest

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.queries import story
from luoshi.ground.organizations.actions import dissolve, merge
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.actions import abolish_post, vacate
from luoshi.ground.people.models import Holding, PostKind
from luoshi.plan.deployments.actions import confirm, deploy, dismiss, drop, record_alias
from luoshi.plan.deployments.models import Alias, Deployment
from luoshi.plan.deployments.queries import coverage, drafts
from world.ground import AT, TODAY, plant
from world.loop import Cast, after_days, cast, holder

pytestmark = pytest.mark.django_db


def _deployed(who: Cast) -> tuple[Organization, Deployment]:
    place = plant("市数据局专班", who.committee, OrganizationKind.OFFICE)
    person = holder("己主任", place, PostKind.OFFICE_HEAD)
    made = deploy("一、印发办法。\n二、报送清单。", "a.txt", organization=place, by=person, at=AT)
    return place, made


def test_it_ends_only_when_everything_is_answered() -> None:
    who = cast()
    place, deployment = _deployed(who)
    [holding] = Holding.objects.filter(post__organization=place)
    for draft in drafts(deployment):
        drop(draft, why="另行安排", by=holding.person, at=AT)
    opened = coverage(deployment).open
    vacate(holding.post, person=holding.person, until_on=TODAY, by=None, at=AT)
    abolish_post(holding.post, by=None, at=after_days(1))
    with pytest.raises(Refusal, match=f"还有 1 份部署没有全部落实到任务（如部署 {deployment.pk}“a.txt”）"):
        dissolve(place, by=None, at=after_days(1))
    for clause in opened:
        dismiss(clause, why="无需分解", by=holding.person, at=AT)
    dissolve(place, by=None, at=after_days(1))


def test_a_merger_takes_it_along_and_the_heir_goes_on() -> None:
    who = cast()
    place, deployment = _deployed(who)
    merge(place, into=who.office, by=who.issuer.pk, at=after_days(1))
    deployment.refresh_from_db()
    assert deployment.organization == who.office
    last = story(deployment.chain)[-1]
    assert (last.verb, last.facts) == (
        "deployment.inherited",
        {"from": "市数据局专班", "into": "市数据局政务处"},
    )
    assert confirm(drafts(deployment)[0], by=who.owner, at=after_days(1)).issuer == who.office


def test_a_merger_keeps_two_deployments_of_one_text_and_what_names_mean() -> None:
    who = cast()
    place, deployment = _deployed(who)
    own = deploy(deployment.text, "a.txt", organization=who.office, by=who.owner, at=AT)
    [holding] = Holding.objects.filter(post__organization=place)
    record_alias(deployment, "专班", place, by=holding.person, at=AT)
    merge(place, into=who.office, by=who.issuer.pk, at=after_days(1))
    assert Deployment.objects.filter(organization=who.office).count() == 2
    alias = Alias.objects.get()
    assert (alias.deploying, alias.organization) == (who.office, who.office)
    with pytest.raises(Refusal, match=f"已于 2026-03-02 登记为部署 {own.pk}"):
        deploy(deployment.text, "a.txt", organization=who.office, by=who.owner, at=after_days(1))
