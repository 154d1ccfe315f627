"""An organization does not end over open tasks; a merger takes them along, and their stories tell it."""

import pytest

from luoshi.act.tasks.actions import accept, cancel, close, draft, look_back, report, settle
from luoshi.act.tasks.models import Task
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.act.tasks.queries import as_told, story
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.verification import verify
from luoshi.ground.organizations.actions import dissolve, merge
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.actions import abolish_post, vacate
from luoshi.ground.people.models import Holding
from world.ground import AT, TODAY, plant
from world.loop import PROOF, Cast, after_days, cast

pytestmark = pytest.mark.django_db


def _empty(who: Cast) -> None:
    """Abolish the office's posts, so that only its tasks stand in the way of its end."""
    for holding in Holding.objects.filter(post__organization=who.office):
        vacate(holding.post, person=holding.person, until_on=TODAY, by=None, at=AT)
        abolish_post(holding.post, by=None, at=after_days(1))


def test_open_tasks_keep_an_organization_from_being_dissolved() -> None:
    who = cast()
    task, other = who.dispatched(), who.drafted()
    _empty(who)
    with pytest.raises(Refusal, match=f"还有 2 件任务没有办完（如任务 {task.pk}“印发办法”）：请先转办"):
        dissolve(who.office, by=None, at=after_days(1))
    for each in (task, other):
        cancel(each, by=who.issuer, at=AT, reason="机构改革")
    assert dissolve(who.office, by=None, at=after_days(1)).dissolved_on is not None


def test_nothing_is_given_to_or_by_an_organization_that_has_ended() -> None:
    who = cast()
    _empty(who)
    stale = who.office
    dissolve(stale, by=None, at=after_days(1))
    assert stale.dissolved_on is None
    with pytest.raises(Refusal, match=r"“市数据局政务处”已于 \S+ 撤销，不能承办"):
        draft(Proposal("印发", "印发", Origin.DOCKET, who.committee, owner=stale), by=who.issuer, at=AT)


def test_a_merger_takes_tasks_along_and_their_stories_tell_it() -> None:
    who = cast()
    heir = plant("市数据局综合处", who.committee, OrganizationKind.OFFICE)
    mine = Proposal("报数据", "报数据", Origin.DOCKET, who.committee, owner=heir, co_units=(who.office,))
    helping = draft(mine, by=who.issuer, at=AT)
    waiting, reported, closed = who.dispatched(), who.reported(), who.closed()
    done = who.closed()
    look_back(done, by=who.verifier, at=AT, note="属实")
    settle(done, by=who.issuer, at=AT)
    merge(who.office, into=heir, by=who.issuer.pk, at=after_days(1))
    for task in Task.objects.order_by("pk"):
        assert as_told(story(task)) == task.situation
    for task in (waiting, reported, closed):
        task.refresh_from_db()
        assert (task.owner, task.owner_name) == (heir, heir.chain)
        last = story(task)[-1]
        assert (last.verb, last.by, last.facts["as"]) == ("task.inherited", who.issuer.pk, ["owner"])
    done.refresh_from_db()
    assert done.owner == who.office
    assert list(helping.co_units.all()) == [heir]
    assert Entry.objects.get(verb="organization.merged").facts["tasks"] == 4
    accept(waiting, by=who.owner, at=after_days(2))
    close(reported, by=who.verifier, at=after_days(2), note="属实")
    assert verify().fault is None


def test_a_post_keeps_its_task_through_a_merger_and_an_abolished_one_leaves_it_to_the_heir() -> None:
    who = cast()
    heir = plant("市数据局综合处", who.committee, OrganizationKind.OFFICE)
    [post] = [each.post for each in Holding.objects.filter(post__organization=who.office)]
    mine = Proposal("报数据", "报数据", Origin.DOCKET, who.committee, owner=who.office, owner_post=post)
    kept = draft(mine, by=who.issuer, at=AT)
    merge(who.office, into=heir, by=None, at=after_days(1))
    kept.refresh_from_db()
    assert (kept.owner, kept.owner_post, kept.owner_name) == (heir, post, post.chain)
    assert as_told(story(kept)) == kept.situation
    last = plant("市数据局数据处", who.committee, OrganizationKind.OFFICE)
    vacate(post, person=who.owner, until_on=TODAY, by=None, at=AT)
    abolish_post(post, by=None, at=after_days(1))
    merge(heir, into=last, by=None, at=after_days(1))
    kept.refresh_from_db()
    assert (kept.owner, kept.owner_post) == (last, None)
    assert as_told(story(kept)) == kept.situation


def test_an_issuer_passes_on_what_it_gave() -> None:
    who = cast()
    heir = plant("市大数据中心", kind=OrganizationKind.UNIT)
    task = who.accepted()
    merge(who.committee, into=heir, by=None, at=after_days(1))
    task.refresh_from_db()
    assert task.issuer == heir
    assert story(task)[-1].facts["as"] == ["issuer"]
    report(task, by=who.owner, at=after_days(2), note="已经印发", proofs=[PROOF])
    assert close(task, by=who.verifier, at=after_days(2), note="属实").situation == as_told(story(task))
