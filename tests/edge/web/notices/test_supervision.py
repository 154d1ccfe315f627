"""The notice of supervision: issued by issuer and supervisor, numbered by year, taken away as a Word document."""

from io import BytesIO

import pytest
from django.test import Client
from django.utils.timezone import localdate
from docx import Document

from luoshi.act.tasks.queries import story
from luoshi.ground.ledger.queries import story as told
from world.loop import cast
from world.signing import client_of

pytestmark = pytest.mark.django_db


def _paragraphs(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return [line.text for line in Document(BytesIO(answer.content)).paragraphs if line.text]


def test_a_draft_has_no_number_and_an_issued_one_the_next() -> None:
    who = cast()
    tasks, year = [who.accepted(), who.accepted()], localdate().year
    client = client_of(who.issuer)
    for number, task in enumerate(tasks, start=1):
        address = f"/tasks/{task.pk}/notice"
        assert f"市数据局督〔{year}〕　号" in _paragraphs(client, f"{address}.docx")
        answer = client.post(address, {"demand": "三日内办结"}, follow=True)
        assert f"已编号为“市数据局督〔{year}〕{number}号”" in answer.text
        said = _paragraphs(client, f"{address}.docx")
        assert f"市数据局督〔{year}〕{number}号" in said
        assert "三日内办结" in said
        assert "市数据局政务处：" in said
        [entry] = [each for each in told(task.chain) if each.verb == "notice.issued"]
        assert (entry.by, entry.facts["number"]) == (who.issuer.pk, number)
    assert [each.verb for each in story(tasks[0])][-1] == "notice.issued"


def test_a_supervisor_may_and_owner_and_stranger_find_nothing() -> None:
    who = cast()
    address = f"/tasks/{who.accepted().pk}/notice"
    assert client_of(who.supervisor).get(address).status_code == 200
    for person in (who.owner, who.stranger):
        client = client_of(person)
        assert [client.get(address).status_code, client.get(f"{address}.docx").status_code] == [404, 404]
        assert client.post(address, {"demand": "快办"}).status_code == 404


@pytest.mark.parametrize(("demand", "said"), [(" ", "督办要求还没有写"), ("办" * 1001, "超过 1000 字")])
def test_what_is_typed_is_kept_where_it_is_refused(demand: str, said: str) -> None:
    who = cast()
    task = who.accepted()
    answer = client_of(who.issuer).post(f"/tasks/{task.pk}/notice", {"demand": demand})
    assert answer.status_code == 422
    assert said in answer.text
    assert demand.strip() in answer.text
    assert "notice.issued" not in [each.verb for each in story(task)]


def test_what_nobody_has_in_hand_gets_no_notice() -> None:
    who = cast()
    task = who.reported()
    answer = client_of(who.issuer).post(f"/tasks/{task.pk}/notice", {"demand": "三日内办结"})
    assert answer.status_code == 422
    assert "不在承办中" in answer.text
