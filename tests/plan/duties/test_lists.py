"""A unit adapts a template, publishes it for a year, and every holder accepts it; nothing is corrected in silence."""

import pytest

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.verification import verify
from luoshi.ground.people.actions import abolish_post, assume, vacate
from luoshi.ground.people.models import PostKind
from luoshi.plan.duties.actions import (
    accept,
    add_item,
    amend_item,
    draft_list,
    drop_item,
    publish,
    restore_item,
)
from luoshi.plan.duties.actions.items import Wording
from luoshi.plan.duties.models import DutyItem, DutyList
from luoshi.plan.duties.queries.counting import extent, lacking
from luoshi.plan.duties.queries.lists import (
    happened,
    in_force,
    items,
    responsibilities,
    standings,
    versions,
    waiting_for,
)
from luoshi.plan.duties.vocabulary import Area, Frequency, Overseer
from world.duty_lists import branch, seated
from world.ground import AT, TODAY, post, somebody
from world.loop import after_days

pytestmark = pytest.mark.django_db
OWN = Wording(
    "走访群众", "走访群众，听取意见。", "每季度一次。", Area.MEMBERS, Frequency.QUARTER, Overseer.OWN
)


def _item(duty_list: DutyList, key: str) -> DutyItem:
    return duty_list.items.get(key=key)


def test_a_draft_begins_with_the_template_for_such_a_post() -> None:
    who = branch()
    drafted = who.drafted()
    assert (drafted.template, drafted.version, drafted.in_force) == ("branch_secretary", 1, False)
    meeting = _item(drafted, "committee_meeting")
    assert (meeting.frequency, meeting.overseer, meeting.adaptation) == ("month", "above", "kept")
    assert meeting.basis[0]["article"] == "第十二条"
    assert who.drafted(who.member_seat).template == "organization_member"
    assert verify().fault is None


def test_a_post_without_a_template_begins_with_nothing_and_takes_what_is_added() -> None:
    who = branch()
    leader = post(who.branch, PostKind.GROUP_LEADER)
    drafted = who.drafted(leader)
    assert (drafted.template, items(drafted)) == ("", [])
    with pytest.raises(Refusal, match="一条职责也没有"):
        publish(drafted, by=who.above, at=AT)
    add_item(drafted, OWN, by=who.above, at=AT)
    published = publish(drafted, by=who.above, at=AT)
    assert [(each.key, each.adaptation, each.modality) for each in items(published)] == [
        ("own-1-1", "added", "practice")
    ]


def test_a_unit_changes_adds_and_drops_with_a_reason() -> None:
    who = branch()
    drafted = who.drafted()
    meeting = _item(drafted, "committee_meeting")
    reworded = Wording(
        meeting.title, meeting.what, meeting.how, Area.STRUCTURE, Frequency.QUARTER, Overseer.OWN
    )
    changed = amend_item(meeting, reworded, by=who.secretary, at=AT)
    assert (changed.frequency, changed.adaptation, changed.modality) == ("quarter", "changed", "practice")
    with pytest.raises(Refusal, match="去掉“主题党日”须写明理由"):
        drop_item(_item(drafted, "party_day"), by=who.above, at=AT, why=" ")
    drop_item(_item(drafted, "party_day"), by=who.above, at=AT, why="并入党员大会")
    add_item(drafted, OWN, by=who.above, at=AT)
    restore_item(drop_item(_item(drafted, "talks"), by=who.above, at=AT, why="误点"), by=who.above, at=AT)
    published = publish(drafted, by=who.above, at=AT)
    said = {each.key: (each.dropped, each.why) for each in items(published)}
    assert said["party_day"] == (True, "并入党员大会")
    assert said["talks"] == (False, "")
    assert [each.verb for each in happened(published)][-1] == "duty_list.published"
    last = happened(published)[-1].facts
    assert "party_day" not in [each["key"] for each in last["items"]]
    assert len(last["items"]) == len(said) - 1


@pytest.mark.parametrize(
    ("wording", "why"),
    [
        (Wording("", "做", "做", Area.STUDY, Frequency.MONTH, Overseer.OWN), "请补上“名称”"),
        (Wording("学", " ", "做", Area.STUDY, Frequency.MONTH, Overseer.OWN), "请补上“内容”"),
        (Wording("学" * 21, "做", "做", Area.STUDY, Frequency.MONTH, Overseer.OWN), "超过 20 个字"),
        (Wording("学", "做", "做", Area.STUDY, Frequency.MONTH, Overseer.OWN, month=3), "只有每年一次"),
        (Wording("学", "做", "做", Area.STUDY, Frequency.YEAR, Overseer.OWN, month=13), "没有 13 月"),
    ],
)
def test_words_that_do_not_do_are_refused(wording: Wording, why: str) -> None:
    who = branch()
    with pytest.raises(Refusal, match=why):
        add_item(who.drafted(), wording, by=who.above, at=AT)


def test_only_who_keeps_the_place_drafts_and_only_who_leads_it_publishes() -> None:
    who = branch()
    stranger = somebody("丁某")
    officer, _seat = seated("戊干事", who.committee, PostKind.AFFAIRS_OFFICER)
    with pytest.raises(Refusal, match="不能编制这里的责任清单"):
        draft_list(who.seat, TODAY.year, by=stranger, at=AT)
    with pytest.raises(Refusal, match="不能编制"):
        draft_list(who.seat, TODAY.year, by=who.member, at=AT)
    drafted = draft_list(who.seat, TODAY.year, by=officer, at=AT)
    with pytest.raises(Refusal, match="不能发布这里的责任清单"):
        publish(drafted, by=officer, at=AT)
    assert publish(drafted, by=who.above, at=AT).published_by == who.above


def test_a_published_list_is_corrected_by_a_new_version_with_a_reason() -> None:
    who = branch()
    first = who.accepted()
    with pytest.raises(Refusal, match="已经发布，不能直接改"):
        amend_item(_item(first, "talks"), OWN, by=who.above, at=AT)
    with pytest.raises(Refusal, match="已经发布"):
        publish(first, by=who.above, at=AT)
    second = who.drafted(at=after_days(1))
    assert (second.version, len(items(second))) == (2, len(items(first)))
    drop_item(_item(second, "activists"), by=who.above, at=after_days(1), why="没有入党积极分子")
    assert in_force(who.seat, TODAY.year) == first
    with pytest.raises(Refusal, match="须写明为什么"):
        publish(second, by=who.above, at=after_days(1))
    publish(second, by=who.above, at=after_days(1), why="与实际不符")
    assert in_force(who.seat, TODAY.year) == second
    assert [each.version for each in versions(second)] == [2, 1]
    with pytest.raises(Refusal, match="已由第 2 版代替"):
        accept(first, by=who.secretary, at=after_days(1))
    assert waiting_for(who.secretary, TODAY) == [second]


def test_of_a_post_and_year_only_one_draft_waits() -> None:
    who = branch()
    who.drafted()
    with pytest.raises(Refusal, match="已有一份没有发布的清单"):
        who.drafted()
    who.drafted(year=TODAY.year + 1)
    with pytest.raises(Refusal, match="2028 年不在 2025 年到 2027 年之间"):
        who.drafted(year=2028)


def test_each_holder_accepts_once_and_nobody_else_does() -> None:
    who = branch()
    drafted = who.drafted()
    with pytest.raises(Refusal, match="还没有发布，不能签收"):
        accept(drafted, by=who.secretary, at=AT)
    published = publish(drafted, by=who.above, at=AT)
    with pytest.raises(Refusal, match="“甲书记”现在不任“书记”"):
        accept(published, by=who.above, at=AT)
    accept(published, by=who.secretary, at=AT)
    with pytest.raises(Refusal, match="已于 2026-03-02 签收"):
        accept(published, by=who.secretary, at=AT)
    assert happened(published)[-1].verb == "duty_list.accepted"


def test_whoever_assumes_the_post_accepts_anew() -> None:
    who = branch()
    published = who.accepted()
    vacate(who.seat, person=who.secretary, until_on=TODAY, by=None, at=AT)
    heir = somebody("己书记")
    assume(who.seat, person=heir, from_on=after_days(1).date(), by=None, at=AT)
    assert waiting_for(heir, after_days(1).date()) == [published]
    assert waiting_for(who.secretary, after_days(1).date()) == []
    accept(published, by=heir, at=after_days(1))
    assert waiting_for(heir, after_days(1).date()) == []


def test_posts_without_a_list_a_holder_or_an_acceptance_are_counted_and_listed() -> None:
    who = branch()
    who.published()
    empty = post(who.branch, PostKind.PUBLICITY_MEMBER)
    paths = [who.branch.path]
    found = extent(paths, TODAY.year, TODAY)
    assert (found.posts, found.listed, found.vacant, found.unaccepted) == (3, 1, 1, 1)
    assert list(lacking(paths, TODAY.year, TODAY, "unlisted")) == [who.member_seat, empty]
    assert list(lacking(paths, TODAY.year, TODAY, "vacant")) == [empty]
    assert list(lacking(paths, TODAY.year, TODAY, "unaccepted")) == [who.seat]
    abolish_post(empty, by=None, at=AT)
    assert extent(paths, TODAY.year, TODAY).vacant == 0


def test_one_reads_who_of_several_holders_still_has_to_accept() -> None:
    who = branch()
    deputy, seat = seated("庚副书记", who.committee, PostKind.DEPUTY)
    other = somebody("辛副书记")
    assume(seat, person=other, from_on=TODAY, by=None, at=AT)
    published = publish(draft_list(seat, TODAY.year, by=who.above, at=AT), by=who.above, at=AT)
    accept(published, by=deputy, at=AT)
    [standing] = standings([seat], TODAY.year, TODAY)
    assert (standing.duty_list, standing.holders, standing.waiting) == (published, (deputy, other), (other,))


def test_an_abolished_post_gets_no_list() -> None:
    who = branch()
    empty = post(who.branch, PostKind.PUBLICITY_MEMBER)
    abolish_post(empty, by=None, at=AT)
    with pytest.raises(Refusal, match="岗位“宣传委员”已于 2026-03-02 撤销"):
        who.drafted(empty)


def test_each_duty_names_who_oversees_it() -> None:
    who = branch()
    above = {each.item.key: each.overseer for each in responsibilities(who.published())}
    assert set(above.values()) == {who.committee}
    own = {each.overseer for each in responsibilities(who.published(who.member_seat))}
    assert own == {who.branch}
