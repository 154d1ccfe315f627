"""Workbooks in the browser: first looked at, then written, all or nothing, and only what the viewer keeps."""

import re
from io import BytesIO
from time import sleep
from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import now

from luoshi.core.formats import worksheet_of
from luoshi.edge.exchange.workbooks.organizations import COLUMNS, SHEET
from luoshi.edge.exchange.workbooks.people import COLUMNS as PEOPLE
from luoshi.edge.exchange.workbooks.writing import workbook
from luoshi.edge.web.organizations.importing import AT_ONCE
from luoshi.ground.jobs.actions import take
from luoshi.ground.jobs.carrying_out import carry_out
from luoshi.ground.jobs.folders import wish_to_stop
from luoshi.ground.jobs.models import JobStage
from luoshi.ground.jobs.work import TELL_SECONDS
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.organizations.queries import by_code
from luoshi.ground.people.actions import vacate
from luoshi.ground.people.models import Standing
from luoshi.ground.people.queries import by_account, posts_of
from world.ground import AT, TODAY, plant, somebody
from world.loop import Cast, cast
from world.signing import client_of
from world.working import at_statement, worked

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

pytestmark = pytest.mark.django_db
EMPTY = {"short_name": "", "established_on": None, "last_elected_on": None, "term_years": None}


@pytest.fixture
def who() -> Cast:
    return cast()


@pytest.fixture
def client(who: Cast) -> Client:
    return client_of(who.issuer)


def _organizations(*rows: tuple[str, str, str]) -> bytes:
    values = [
        {**EMPTY, "code": code, "under": under, "name": name, "kind": OrganizationKind.BRANCH}
        for code, under, name in rows
    ]
    return workbook(SHEET, COLUMNS, values)


def _bring(client: Client, data: bytes, which: str = "organizations", name: str = "表.xlsx") -> "Answer":
    file = SimpleUploadedFile(name, data)
    return client.post("/organizations/workbooks/", {"which": which, "file": file})


def _kept(answer: "Answer") -> str:
    found = re.search(r'name="kept" value="([^"]+)"', answer.text)
    assert found
    return found[1]


def _confirm(client: Client, answer: "Answer") -> "Answer":
    return client.post("/organizations/workbooks/import/", {"kept": _kept(answer)}, follow=True)


def test_a_preview_writes_nothing_and_its_confirmation_everything(who: Cast, client: Client) -> None:
    shown = _bring(client, _organizations(("z1", who.office.code, "一支部"), ("z2", "z1", "二支部")))
    assert "新增 2 行" in shown.text
    assert by_code(["z1"]) == {}
    answer = _confirm(client, shown)
    assert "新增 2 行，修改 0 行，不变 0 行" in answer.text
    assert by_code(["z2"])["z2"].path.startswith(who.office.path)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("z1", "市民政局", "一支部"), "不归您管"),
        (("市民政局", "海州市机关工委", "别人的"), "不归您管"),
        (("市数据局", "市民政局", "市数据局"), "改隶要由它现在的上级组织办理"),
        (("z1", "", "一支部"), "没有上级"),
    ],
)
def test_rows_beyond_what_the_viewer_keeps_are_refused_by_their_cell(
    client: Client, row: tuple[str, str, str], why: str
) -> None:
    shown = _bring(client, _organizations(row))
    assert f"A2：“{row[2]}”" in shown.text
    assert why in shown.text
    assert "确认导入" not in shown.text
    assert client.post("/organizations/workbooks/import/", {"kept": _kept(shown)}).status_code == 422
    assert by_code(["z1"]) == {}


def test_people_are_imported_into_branches_that_the_viewer_keeps(who: Cast, client: Client) -> None:
    mine, other = plant("一支部", who.committee), plant("外支部", None)
    theirs = somebody("外人", other)
    row = {"standing": Standing.FULL, "joined_on": None}
    good = {**row, "account": "zhang", "name": "张三", "home": mine.code}
    _confirm(client, _bring(client, workbook("人员", PEOPLE, [good]), "people"))
    assert by_account(["zhang"])["zhang"].home == mine
    taken = {**row, "account": theirs.account, "name": "改名", "home": mine.code}
    assert "不归您管" in _bring(client, workbook("人员", PEOPLE, [taken]), "people").text


@pytest.mark.parametrize("data", [b"", b"not a workbook", b"PK\x03\x04broken"])
def test_a_file_that_is_no_workbook_is_refused_beside_its_field(client: Client, data: bytes) -> None:
    answer = _bring(client, data, name="../../坏.xlsx")
    assert answer.status_code == 422
    assert 'id="id_file-refusal"' in answer.text


def test_a_file_that_is_too_big_is_refused_before_it_is_read(client: Client) -> None:
    answer = _bring(client, b"x" * (5 * 2**20 + 1))
    assert answer.status_code == 422
    assert "超过 5 MB 的上限" in answer.text


def test_what_somebody_else_previewed_cannot_be_confirmed(who: Cast, client: Client) -> None:
    shown = _bring(client, _organizations(("z1", who.office.code, "一支部")))
    answer = client_of(who.owner).post("/organizations/workbooks/import/", {"kept": _kept(shown)})
    assert answer.status_code == 404
    forged = client.post("/organizations/workbooks/import/", {"kept": f"{_kept(shown)}x"})
    assert forged.status_code == 422
    assert by_code(["z1"]) == {}


def test_an_export_holds_what_is_in_reach_and_changes_nothing(who: Cast, client: Client) -> None:
    answer = client.get("/organizations/workbooks/organizations/export.xlsx")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    data = BytesIO(answer.content).getvalue()
    rows = worksheet_of(data, "组织.xlsx", 100).rows
    assert [rows[number][0] for number in sorted(rows)[1:]] == [who.committee.code, who.office.code]
    assert "不变 2 行" in _bring(client, data).text


def test_a_template_is_empty(client: Client) -> None:
    answer = client.get("/organizations/workbooks/people/template.xlsx")
    assert len(worksheet_of(answer.content, "人员.xlsx", 10).rows) == 1


def _crowd(who: Cast, name: str = "支部") -> bytes:
    return _organizations(
        *((f"n{number}", who.office.code, f"{name}{number}") for number in range(AT_ONCE + 1))
    )


def test_many_rows_are_written_by_a_job_whole_and_with_the_rights_of_then(who: Cast, client: Client) -> None:
    kept = {"kept": _kept(_bring(client, _crowd(who)))}
    job = worked(client.post("/organizations/workbooks/import/", kept))
    assert (job.stage, job.facts["new"]) == (JobStage.DONE, str(AT_ONCE + 1))
    assert len(by_code([f"n{number}" for number in range(AT_ONCE + 1)])) == AT_ONCE + 1
    renamed = {"kept": _kept(_bring(client, _crowd(who, "新支部")))}
    answer = client.post("/organizations/workbooks/import/", renamed)
    [post] = posts_of(who.issuer, TODAY)
    vacate(post, person=who.issuer, until_on=TODAY, by=None, at=AT)
    refused = worked(answer)
    assert refused.stage == JobStage.REFUSED
    assert "A2：“新支部0”不归您管" in client.get(f"/jobs/{refused.pk}/").text
    assert by_code(["n0"])["n0"].name == "支部0"


def test_an_import_that_is_cancelled_leaves_nothing(who: Cast, client: Client) -> None:
    _confirm(
        client, _bring(client, _organizations(("n0", who.office.code, "支部零"), ("n1", "n0", "支部一")))
    )
    client.post("/organizations/workbooks/import/", {"kept": _kept(_bring(client, _crowd(who)))})
    job = take(at=now())
    assert job is not None

    def stop() -> None:
        wish_to_stop(job.folder)
        sleep(TELL_SECONDS)

    with at_statement('INSERT INTO "organizations_organization"', 1, stop):
        assert carry_out(job).stage == JobStage.CANCELLED
    assert set(by_code(["n0", "n1", "n2"])) == {"n0", "n1"}
    assert by_code(["n0"])["n0"].name == "支部零"
