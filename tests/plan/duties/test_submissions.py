"""Requests and reports: registered with a number, due in working days, answered by whom they were submitted to."""

from datetime import date

import pytest

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.verification import verify
from luoshi.ground.organizations.actions import dissolve, merge
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.actions import abolish_post, give_grant, vacate
from luoshi.ground.people.models import Person, PostKind
from luoshi.ground.people.queries import posts_of
from luoshi.plan.duties.actions import answer, convene, register, withdraw
from luoshi.plan.duties.actions.submissions import Said
from luoshi.plan.duties.models import Submission
from luoshi.plan.duties.queries.submissions import awaiting, find_submission, overdue, reachable, told
from luoshi.plan.duties.vocabulary import Ruling, SubmissionKind
from world.ground import AT, TODAY, plant, somebody
from world.loop import Cast, after_days, cast, holder

pytestmark = pytest.mark.django_db
REQUEST = Said(SubmissionKind.REQUEST, "关于补选支部委员的请示", "拟于本月补选委员1名。妥否，请批示。", 5)
REPORT = Said(SubmissionKind.REPORT, "关于换届情况的报告", "已按期换届。")


def _registered(who: Cast, said: Said = REQUEST) -> Submission:
    return register(said, organization=who.office, to=who.committee, by=who.owner, at=AT)


def test_a_request_is_due_in_working_days_and_a_report_is_not() -> None:
    who = cast()
    request, report = _registered(who), _registered(who, REPORT)
    assert (request.number, request.due_on) == (1, date(2026, 3, 9))
    assert (report.number, report.due_on) == (1, None)
    with pytest.raises(Refusal, match="这份请示今天已经登记为第 1 号"):
        _registered(who)
    other = Said(SubmissionKind.REQUEST, "另一份请示", "请批复。", 5)
    assert _registered(who, other).number == 2
    assert list(reachable([who.office.path]))[-1] == request
    assert request in awaiting([who.committee.pk])
    assert report not in awaiting([who.committee.pk])


def test_the_holidays_do_not_count() -> None:
    who = cast()
    at = AT.replace(month=4, day=30)
    request = register(REQUEST, organization=who.office, to=who.committee, by=who.owner, at=at)
    # The first five days of May are off, and the ninth is worked in their stead.
    assert request.due_on == date(2026, 5, 11)


def test_it_is_overdue_the_day_after_and_no_longer_once_answered() -> None:
    who = cast()
    request, found = _registered(who), reachable([who.committee.path])
    assert list(overdue(found, date(2026, 3, 9))) == []
    assert list(overdue(found, date(2026, 3, 10))) == [request]
    answer(request, ruling=Ruling.AGREED, words="", by=who.issuer, at=after_days(9))
    assert list(overdue(found, date(2026, 3, 20))) == []
    assert [each.verb for each in told(request)] == ["submission.registered", "submission.answered"]
    assert verify().fault is None


def test_only_whom_it_was_submitted_to_answers_once_in_words() -> None:
    who = cast()
    request = _registered(who)
    with pytest.raises(Refusal, match="不能答复"):
        answer(request, ruling=Ruling.AGREED, words="", by=who.owner, at=AT)
    with pytest.raises(Refusal, match="须写明意见"):
        answer(request, ruling=Ruling.DECLINED, words=" ", by=who.issuer, at=AT)
    stand_in = somebody("代办")
    give_grant(who.issuer, stand_in=stand_in, from_on=TODAY, until_on=TODAY, by=None, at=AT)
    answer(request, ruling=Ruling.DECLINED, words="材料不齐。", by=stand_in, at=AT)
    assert told(request)[-1].for_whom == who.issuer.pk
    with pytest.raises(Refusal, match="这份请示已于 2026-03-02 答复"):
        answer(request, ruling=Ruling.AGREED, words="", by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="已于 2026-03-02 答复"):
        withdraw(request, by=who.owner, at=AT, why="不办了")


def test_it_is_withdrawn_with_a_reason_while_it_waits() -> None:
    who = cast()
    request = _registered(who)
    with pytest.raises(Refusal, match="撤回须写明理由"):
        withdraw(request, by=who.owner, at=AT, why="")
    withdraw(request, by=who.owner, at=AT, why="情况有变")
    with pytest.raises(Refusal, match="已于 2026-03-02 撤回"):
        answer(request, ruling=Ruling.AGREED, words="", by=who.issuer, at=AT)
    assert list(awaiting([who.committee.pk])) == []


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Said(SubmissionKind.REPORT, "报告", "已换届。另，拟增补一人，妥否，请批示。"), "报告里不夹带请示事项（文中有“妥否”）"),
        (Said(SubmissionKind.REQUEST, "请示", "请批准。", None), "请填 1 到 60"),
        (Said(SubmissionKind.REQUEST, "请示", "请批准。", 61), "请填 1 到 60"),
        (Said(SubmissionKind.REQUEST, " ", "请批准。", 5), "请补上“标题”"),
        (Said(SubmissionKind.REQUEST, "请示", "", 5), "请补上“正文”"),
        (Said(SubmissionKind.REQUEST, "请" * 101, "请批准。", 5), "超过 100 个字"),
    ],
)  # fmt: skip
def test_what_does_not_do_is_refused(said: Said, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        _registered(cast(), said)
    assert why in str(refused.value)


def test_it_goes_to_one_above_and_from_ones_own_organization() -> None:
    who = cast()
    [elsewhere] = [post.organization for post in posts_of(who.stranger, TODAY)]
    for to in (who.office, elsewhere):
        with pytest.raises(Refusal, match="不是“市数据局政务处”的上级"):
            register(REQUEST, organization=who.office, to=to, by=who.owner, at=AT)
    with pytest.raises(Refusal, match="不能以它的名义请示报告"):
        register(REQUEST, organization=who.office, to=who.committee, by=who.stranger, at=AT)


def _ending(who: Cast) -> tuple[Organization, Person]:
    place = plant("专班", who.committee, OrganizationKind.OFFICE)
    return place, holder("己主任", place, PostKind.OFFICE_HEAD)


def test_an_organization_ends_only_when_its_requests_are_answered() -> None:
    who = cast()
    place, person = _ending(who)
    request = register(REQUEST, organization=place, to=who.committee, by=person, at=AT)
    [seat] = posts_of(person, TODAY)
    vacate(seat, person=person, until_on=TODAY, by=None, at=AT)
    abolish_post(seat, by=None, at=after_days(1))
    with pytest.raises(Refusal, match="还有 1 份请示没有答复（如“关于补选支部委员的请示”）"):
        dissolve(place, by=None, at=after_days(1))
    answer(request, ruling=Ruling.AGREED, words="", by=who.issuer, at=after_days(1))
    dissolve(place, by=None, at=after_days(1))


def test_a_merger_takes_requests_and_hearings_along() -> None:
    who = cast()
    place, person = _ending(who)
    _registered(who)
    request = register(REQUEST, organization=place, to=who.committee, by=person, at=AT)
    hearing = convene(place, TODAY, by=person, at=AT)
    merge(place, into=who.office, by=who.issuer.pk, at=after_days(1))
    moved = find_submission(request.pk)
    assert moved is not None
    assert (moved.organization, moved.number) == (who.office, 2)
    assert told(request)[-1].verb == "submission.inherited"
    hearing.refresh_from_db()
    assert hearing.organization == who.office
