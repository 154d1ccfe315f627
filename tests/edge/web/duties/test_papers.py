"""The docket of leaders, hearings, requests and reports, on their pages."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now
from docx import Document

from luoshi.act.tasks.site import workdays
from luoshi.edge.web.choosing import label
from luoshi.ground.people.queries import posts_of
from luoshi.plan.duties.actions import register
from luoshi.plan.duties.actions.submissions import Said
from luoshi.plan.duties.models import DocketEntry, Hearing, Submission
from luoshi.plan.duties.vocabulary import SubmissionKind
from world.ground import AT, TODAY
from world.loop import Cast, cast
from world.signing import client_of

pytestmark = pytest.mark.django_db


def _shown(client: Client, name: str, **parts: object) -> str:
    return client.get(reverse(name, kwargs=parts or None)).content.decode()


def _workday() -> str:
    return workdays().next_workday(localdate() + timedelta(days=20)).isoformat()


def _seat(who: Cast) -> str:
    [seat] = posts_of(who.issuer, TODAY)
    return str(seat.pk)


def test_a_leader_takes_a_task_up_sees_it_everywhere_and_releases_it() -> None:
    who = cast()
    task, client = who.accepted(), client_of(who.issuer)
    assert reverse("docket_taking", kwargs={"number": task.pk}) in _shown(client, "task", number=task.pk)
    typed = {"post": _seat(who), "concern": "supervise", "note": "<b>快</b>"}
    client.post(reverse("docket_taking", kwargs={"number": task.pk}), typed)
    [entry] = DocketEntry.objects.all()
    for page in (
        _shown(client, "docket"),
        _shown(client, "home"),
        _shown(client, "person", number=who.issuer.pk),
        _shown(client, "task", number=task.pk),
    ):
        assert "亲自督办" in page
        assert task.title in page
        assert "<b>快</b>" not in page
    assert reverse("docket_taking", kwargs={"number": task.pk}) not in _shown(client, "task", number=task.pk)
    again = client.post(reverse("docket_taking", kwargs={"number": task.pk}), typed)
    assert again.status_code == 422
    release = reverse("docket_release", kwargs={"number": entry.pk})
    refused = client.post(release, {"why": ""})
    assert "移出领导督办须写明理由" in refused.content.decode()
    client.post(release, {"why": "转入正常办理"})
    assert "还没有亲自抓的事项" in _shown(client, "docket")
    assert "我亲自抓的" not in _shown(client, "home")


def test_a_leader_gives_a_task_in_person_once() -> None:
    who = cast()
    client = client_of(who.issuer)
    typed = {
        "post": _seat(who),
        "title": "解决办证难",
        "owner": label(who.office),
        "deadline_on": _workday(),
        "standard": "当场办结",
        "note": "",
    }
    said = client.post(reverse("docket_deployment"), typed, follow=True).content.decode()
    assert "已交办给市数据局政务处，并列入您的领导督办。" in said
    again = client.post(reverse("docket_deployment"), typed)
    assert "刚才已由“甲书记”亲自部署为任务" in again.content.decode()
    assert DocketEntry.objects.count() == 1
    assert "解决办证难" in _shown(client_of(who.supervisor), "docket")
    assert "解决办证难" not in _shown(client_of(who.stranger), "docket")


def test_a_hearing_goes_from_agenda_to_minutes() -> None:
    who = cast()
    client = client_of(who.issuer)
    typed = {"organization": str(who.committee.pk), "planned_on": localdate().isoformat()}
    convened = client.post(reverse("new_hearing"), typed, follow=True).content.decode()
    assert "议程拟好 3 项，请核对" in convened
    assert "不是条例的要求" in _shown(client, "hearings")
    [hearing] = Hearing.objects.all()
    number = {"number": hearing.pk}
    assert client.get(reverse("hearing_minutes", kwargs=number)).status_code == 404
    again = client.post(reverse("new_hearing"), typed)
    assert again.status_code == 422
    plan = {"planned_on": localdate().isoformat(), "place": "三楼", "agenda": "听汇报\n\n议事"}
    client.post(reverse("hearing_arrangement", kwargs=number), plan)
    record = {"held_on": localdate().isoformat(), "present": "全体", "minutes": ""}
    refused = client.post(reverse("hearing_record", kwargs=number), record)
    assert refused.status_code == 422
    client.post(reverse("hearing_record", kwargs=number), {**record, "minutes": "听取了汇报，讨论了问题。"})
    decision = {
        "title": "补齐清单",
        "owner": label(who.office),
        "deadline_on": _workday(),
        "standard": "全部签收",
    }
    said = client.post(reverse("hearing_decision", kwargs=number), decision, follow=True).content.decode()
    assert "已交办给市数据局政务处" in said
    assert "议定事项 1 件" in said
    twice = client.post(reverse("hearing_decision", kwargs=number), decision)
    assert "在这次会上已经议定为任务" in twice.content.decode()
    file = client.get(reverse("hearing_minutes", kwargs=number))
    text = "\n".join(each.text for each in Document(BytesIO(file.content)).paragraphs)
    assert "1. 听汇报\n2. 议事" in text
    assert "听取了汇报，讨论了问题。" in text
    assert "1. 补齐清单。由市数据局政务处承办" in text
    [owed] = [each for each in text.splitlines() if "应尽事项" in each]
    assert re.fullmatch(
        r"本期到期的应尽事项\d+项：已落实0项，没有落实0项，待落实\d+项，情况不明\d+项。", owed
    )
    assert "本期到期的应尽事项" in _shown(client, "hearing", **number)
    # It is practice, so the paper cites nothing.
    assert "条例" not in text


def test_a_request_is_registered_seen_overdue_and_answered() -> None:
    who = cast()
    asking, ruling = client_of(who.owner), client_of(who.issuer)
    way = f"{who.office.pk}-{who.committee.pk}"
    typed = {"way": way, "kind": "report", "title": "关于补选的报告", "text": "拟补选一人，妥否，请批示。"}
    refused = asking.post(reverse("new_submission"), typed)
    assert refused.status_code == 422
    assert "报告里不夹带请示事项" in refused.content.decode()
    assert "拟补选一人" in refused.content.decode()
    request = {**typed, "kind": "request", "workdays": "5"}
    said = asking.post(reverse("new_submission"), request, follow=True).content.decode()
    assert "编为第 1 号" in said
    again = asking.post(reverse("new_submission"), request)
    assert "今天已经登记为第 1 号" in again.content.decode()
    [made] = Submission.objects.all()
    number = {"number": made.pk}
    assert asking.get(reverse("submission_answer", kwargs=number)).status_code == 404
    silent = ruling.post(reverse("submission_answer", kwargs=number), {"ruling": "declined", "words": ""})
    assert "这样答复须写明意见" in silent.content.decode()
    ruling.post(reverse("submission_answer", kwargs=number), {"ruling": "agreed", "words": "同意。"})
    assert "甲书记于" in _shown(asking, "submission", **number)
    assert "一份也没有" in _shown(ruling, "submissions")


def test_what_is_overdue_is_listed_as_it_is_counted() -> None:
    who = cast()
    said = Said(SubmissionKind.REQUEST, "关于经费的请示", "妥否，请批示。", 5)
    register(said, organization=who.office, to=who.committee, by=who.owner, at=AT)
    client = client_of(who.issuer)
    listed = client.get(reverse("submissions"), {"show": "overdue"}).content.decode()
    assert "已逾期 1</a>" in listed
    assert "关于经费的请示" in listed
    assert 'class="red"' in listed
    assert client.get(reverse("submissions"), {"show": "nothing"}).status_code == 404
    assert "关于经费的请示" not in _shown(client_of(who.stranger), "submissions")


def test_it_is_withdrawn_with_a_reason() -> None:
    who = cast()
    said = Said(SubmissionKind.REQUEST, "关于经费的请示", "妥否，请批示。", 5)
    made = register(said, organization=who.office, to=who.committee, by=who.owner, at=now())
    client = client_of(who.owner)
    address = reverse("submission_withdrawal", kwargs={"number": made.pk})
    assert "撤回须写明理由" in client.post(address, {"why": ""}).content.decode()
    assert "已撤回。" in client.post(address, {"why": "情况有变"}, follow=True).content.decode()
