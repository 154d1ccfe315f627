"""The review page, as its server answers it; tests/journeys holds what a browser makes of it."""

import re
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.act.tasks.models import Task
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.plan.deployments.actions import amend, confirm_all, deploy
from luoshi.plan.deployments.models import Alias, Deployment, Draft
from luoshi.plan.deployments.queries import coverage
from world.ground import AT, plant
from world.loop import Cast, cast
from world.signing import client_of

pytestmark = pytest.mark.django_db
DEMO = Path(__file__).resolve().parents[4] / "src/luoshi/content/demo"
SPEECHES = sorted((Path(__file__).resolve().parents[5] / "shared/samples/speeches").glob("*.txt"))
FAR = "2099-03-30"
HTMX = {"HX-Request": "true"}


def deployed(who: Cast, text: str = "") -> Deployment:
    words = text or (DEMO / "plan.txt").read_text(encoding="utf-8")
    return deploy(words, "plan", organization=who.committee, by=who.issuer, at=AT)


def terms(who: Cast, **other: str) -> dict[str, str]:
    ready = {"title": "合并表单", "owners": who.office.name, "deadline_on": FAR, "standard": "表单合并"}
    return {**ready, "co_units": "", "frequency": "", "evidence_named": "印发文件", "version": "0", **other}


def at(deployment: Deployment, place: int) -> Draft:
    return Draft.objects.get(deployment=deployment, place=place)


def page_of(client: Client, deployment: Deployment, query: str = "") -> str:
    answer = client.get(f"/deployments/{deployment.pk}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_shows_document_drafts_coverage_and_questions() -> None:
    who = cast()
    deployment = deployed(who)
    text = page_of(client_of(who.issuer), deployment)
    assert 'id="s3"' in text
    assert 'id="t3"' in text
    assert "“市司法局” = 哪个单位？" in text
    assert "“持续推进” = 哪一天？" in text
    assert text.count('class="bare"') == coverage(deployment).counted > 0


def test_what_was_typed_is_saved_without_a_script() -> None:
    who = cast()
    deployment = deployed(who)
    client = client_of(who.issuer)
    assert 'name="standard"' in page_of(client, deployment, "?draft=3&focus=standard")
    answer = client.post(f"/deployments/{deployment.pk}/drafts/3/", terms(who))
    assert answer["Location"] == f"/deployments/{deployment.pk}/#t3"
    saved = at(deployment, 3)
    assert (saved.title, saved.owners, str(saved.deadline_on)) == ("合并表单", [who.office.pk], FAR)
    assert saved.evidence_named == ["印发文件"]


def test_typing_is_saved_by_a_part_that_brings_line_and_bar() -> None:
    who = cast()
    deployment = deployed(who)
    client = client_of(who.issuer)
    answer = client.post(f"/deployments/{deployment.pk}/drafts/3/", terms(who), headers=HTMX)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in text
    assert 'data-version="1"' in text
    assert re.search(r'id="line3" hx-swap-oob="true"', text)
    assert re.search(r'id="bar" hx-swap-oob="true"', text)


def test_confirming_twice_makes_one_task() -> None:
    who = cast()
    deployment = deployed(who)
    client = client_of(who.issuer)
    address = f"/deployments/{deployment.pk}/drafts/3/confirmation/"
    assert client.post(address, terms(who)).status_code == 302
    again = client.post(address, terms(who))
    assert again.status_code == 422
    assert "第 3 项已确认为任务" in again.content.decode()
    assert Task.objects.count() == 1


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_stale_page_is_told_and_keeps_what_was_typed(headers: dict[str, str]) -> None:
    who = cast()
    deployment = deployed(who)
    amend(deployment, [3], {"title": "乙已经改过"}, by=who.verifier, at=AT)
    client = client_of(who.issuer)
    address = f"/deployments/{deployment.pk}/drafts/3/confirmation/"
    answer = client.post(address, terms(who, title="甲的说法"), headers=headers)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "第 3 项刚才被别人改过" in text
    assert "甲的说法</textarea>" in text
    assert "乙已经改过" in text
    assert at(deployment, 3).title == "乙已经改过"


def test_a_draft_decided_meanwhile_is_shown_and_keeps_what_was_typed() -> None:
    who = cast()
    deployment = deployed(who)
    client = client_of(who.issuer)
    amend(deployment, [3], {"owners": [who.office.pk], "standard": "印发"}, by=who.verifier, at=AT)
    confirm_all(deployment, [3], by=who.verifier, at=AT)
    answer = client.post(f"/deployments/{deployment.pk}/drafts/3/", terms(who, title="甲的说法"))
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "第 3 项已确认为任务" in text
    assert "甲的说法</textarea>" in text


def test_an_overlong_title_is_refused_in_one_sentence_with_its_text() -> None:
    who = cast()
    deployment = deployed(who)
    long = "长" * 10_000
    answer = client_of(who.issuer).post(f"/deployments/{deployment.pk}/drafts/3/", terms(who, title=long))
    assert answer.status_code == 422
    assert "“名称”有 10000 个字，超过 200 个字的上限" in answer.content.decode()
    assert f"{long}</textarea>" in answer.content.decode()


def test_markup_in_every_field_is_shown_as_it_was_typed() -> None:
    who = cast()
    evil = "<script>alert(1)</script>"
    deployment = deployed(
        who, f"{evil}方案\n\n一、{evil}重点\n市数据局要印发{evil}办法。（{evil}局牵头；{evil}前）\n"
    )
    client = client_of(who.issuer)
    typed = terms(who, title=evil, standard=evil, evidence_named=evil, frequency=evil)
    client.post(f"/deployments/{deployment.pk}/drafts/1/", typed)
    pages = [page_of(client, deployment, "?draft=1"), client.get("/deployments/").content.decode()]
    pages.append(
        client.post(
            f"/deployments/{deployment.pk}/aliases/", {"name": evil, "meaning": evil}
        ).content.decode()
    )
    pages.append(client.get(f"/deployments/{deployment.pk}/units/", {"owners": evil}).content.decode())
    assert all(evil not in page and "&lt;script&gt;" in page for page in pages)
    assert at(deployment, 1).title == evil


def test_wrong_fields_are_named_beside_them() -> None:
    who = cast()
    deployment = deployed(who)
    typed = terms(who, owners="火星处", deadline_on="下周")
    text = client_of(who.issuer).post(f"/deployments/{deployment.pk}/drafts/3/", typed).content.decode()
    assert "“火星处”不是本组织或下级的单位" in text
    assert "这不是完整的日期" in text
    assert "火星处" in text


def test_split_reject_exempt_undo_and_bulk_without_a_script() -> None:
    who = cast()
    deployment = deployed(who)
    client = client_of(who.issuer)
    base = f"/deployments/{deployment.pk}"
    client.post(f"{base}/drafts/3/parts/", {"titles": "甲\n乙", "version": "0"})
    assert Draft.objects.filter(deployment=deployment).count() == 13
    refused = client.post(f"{base}/drafts/4/rejection/", {"why": "", "version": "0"})
    assert (refused.status_code, "须写明理由" in refused.content.decode()) == (422, True)
    client.post(f"{base}/drafts/4/rejection/", {"why": "已在办理", "version": "0"})
    assert at(deployment, 4).dropped_why == "已在办理"
    client.post(f"{base}/restoration/")
    assert at(deployment, 4).is_open
    assert "已撤回：舍弃" in page_of(client, deployment)
    chosen = {"chosen": ["4:2", "5:0"]}
    client.post(f"{base}/selection/", {**chosen, "act": "set_owners", "owners": who.office.name})
    assert at(deployment, 5).owners == [who.office.pk]
    client.post(f"{base}/selection/", {"chosen": ["4:3", "5:1"], "act": "suggest"})
    assert at(deployment, 4).standard
    clause = at(deployment, 6).clause
    assert clause is not None
    client.post(f"{base}/clauses/{clause.place}/exemption/", {"why": "由上级统一办"})
    assert at(deployment, 6).dropped_why == "由上级统一办"
    empty = client.post(f"{base}/selection/", {"act": "confirm"})
    assert "还没有选哪一项" in empty.content.decode()
    assert client.post(f"{base}/selection/", {"act": "explode"}).status_code == 404


def test_an_answer_is_remembered_and_everything_confirmed_goes_out_at_once() -> None:
    who = cast()
    deployment = deployed(who)
    client = client_of(who.issuer)
    base = f"/deployments/{deployment.pk}"
    client.post(f"{base}/aliases/", {"name": "市司法局", "meaning": who.office.name})
    assert Alias.objects.get().organization == who.office
    typed = {"chosen": "4:1", "act": "set_deadline_on", "deadline_on": FAR}
    client.post(f"{base}/selection/", typed)
    client.post(f"{base}/selection/", {"chosen": "4:2", "act": "suggest"})
    client.post(f"{base}/selection/", {"chosen": "4:3", "act": "confirm"})
    client.post(f"{base}/dispatch/")
    assert "已交办 1 件任务，下一步由各承办单位签收" in page_of(client, deployment)
    assert Task.objects.get().state == "dispatched"


def test_units_are_suggested_by_initials_and_all_below_at_once() -> None:
    who = cast()
    for name in ("第一党支部", "第二党支部"):
        plant(name, who.office)
    deployment = deployed(who)
    client = client_of(who.issuer)
    text = client.get(f"/deployments/{deployment.pk}/units/", {"owners": "甲、jzwc"}).content.decode()
    assert 'data-unit="市数据局政务处"' in text
    assert 'data-unit="市数据局政务处下属全部支部"' in text
    assert "2 个，各立一件" in text


def test_a_supervisor_above_may_look_and_a_stranger_finds_nothing() -> None:
    who = cast()
    deployment = deployed(who)
    seen = page_of(client_of(who.supervisor), deployment)
    assert "这份部署由市数据局办理，您可以查看" in seen
    assert 'data-key="Enter"' not in seen
    acted = client_of(who.supervisor).post(f"/deployments/{deployment.pk}/drafts/3/confirmation/", terms(who))
    assert "没有岗位，不能办理它的部署" in acted.content.decode()
    stranger = client_of(who.stranger)
    missing = deployment.pk + 1000
    for path in ("", "units/", "drafts/3/confirmation/", "selection/", "restoration/", "dispatch/"):
        method = stranger.get if path in ("", "units/") else stranger.post
        there = method(f"/deployments/{deployment.pk}/{path}")
        nowhere = method(f"/deployments/{missing}/{path}")
        assert (there.status_code, nowhere.status_code) == (404, 404)
    assert deployment.title not in stranger.get("/deployments/").content.decode()
    assert deployment.title in client_of(who.issuer).get("/deployments/").content.decode()


def test_a_document_is_brought_once_and_what_was_pasted_outlives_a_refusal() -> None:
    who = cast()
    client = client_of(who.issuer)
    form = {"text": "一、印发办法。（市司法局牵头）", "organization": str(who.committee.pk)}
    made = client.post("/deployments/", form)
    assert made["Location"] == f"/deployments/{Deployment.objects.get().pk}/#drafts"
    again = client.post("/deployments/", form)
    assert again.status_code == 422
    assert "同一份文件只登记一次" in again.content.decode()
    assert "一、印发办法。（市司法局牵头）</textarea>" in again.content.decode()
    elsewhere = client.post("/deployments/", {**form, "organization": str(who.office.pk)})
    assert "还没有选由哪个组织部署" in elsewhere.content.decode()


def test_the_page_takes_as_many_queries_for_a_long_document_as_for_a_short_one() -> None:
    who = cast()
    client = client_of(who.issuer)
    line = "{0}. 印发办法{0}。（单位{0}局牵头）"
    sizes = []
    for count in (2, 60):
        deployment = deployed(who, "\n".join(line.format(number) for number in range(1, count + 1)))
        # The first visit of all also notes the session.
        page_of(client, deployment)
        with CaptureQueriesContext(connection) as captured:
            page_of(client, deployment)
        sizes.append(len(captured))
    assert sizes[0] == sizes[1]


def test_a_branch_of_another_kind_is_not_among_all_branches() -> None:
    who = cast()
    branch = plant("第一党支部", who.office)
    plant("综合处", who.office, OrganizationKind.OFFICE)
    deployment = deployed(who)
    typed = terms(who, owners="市数据局下属全部支部")
    client_of(who.issuer).post(f"/deployments/{deployment.pk}/drafts/3/", typed)
    assert at(deployment, 3).owners == [branch.pk]


@pytest.mark.parametrize("path", SPEECHES or [None], ids=lambda path: path.stem if path else "none here")
def test_a_real_speech_is_shown_whole(path: Path | None) -> None:
    if path is None:
        pytest.skip("the sample speeches are not on this machine")
    who = cast()
    deployment = deployed(who, path.read_text(encoding="utf-8"))
    text = page_of(client_of(who.issuer), deployment)
    shown = re.sub(r"<[^>]+>|\s", "", text[text.index('id="original"') :])
    for draft in deployment.drafts.all():
        assert f'id="t{draft.place}"' in text
        assert f'id="s{draft.place}"' in text
    assert len(shown) > len(re.sub(r"\s", "", deployment.text)) * 0.9
