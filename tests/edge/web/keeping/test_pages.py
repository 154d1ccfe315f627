"""Backups are for whoever keeps the system, the ledger's proof for the auditor; both work as jobs."""

import csv
import io
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from luoshi.core.chain.merkle import leads_to
from luoshi.edge.ops.preparation import write_key
from luoshi.ground.accounts.models import Office
from luoshi.ground.jobs.models import Job, JobStage
from luoshi.ground.jobs.queries import made_by
from luoshi.ground.ledger.actions import seal_day
from luoshi.ground.ledger.models import Entry
from world.ground import AT, somebody
from world.loop import cast
from world.signing import PASSWORD, client_of
from world.working import worked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    # Whoever keeps the system has a second factor, and its secret needs the key.
    write_key(tmp_path / "keys" / "contacts.key")
    settings.LUOSHI_HOME = tmp_path


def _after(client: Client, address: str) -> Job:
    """Post there, do the job it asked for, and return it."""
    return worked(client.post(address))


def test_a_backup_is_made_listed_and_taken_away_after_a_second_thought() -> None:
    keeper = somebody("管理员")
    client = client_of(keeper, Office.SYSTEM)
    assert "还没有备份过" in client.get("/system/backups/").content.decode()
    job = _after(client, "/system/backups/")
    assert job.stage == JobStage.DONE, job.sentence
    assert "最近一次备份" in client.get(job.link).content.decode()
    assert "没有加密" in client.get("/system/backups/1/").content.decode()
    asked = client.post("/system/backups/1/handover/")
    assert asked["Location"].startswith("/account/reauthenticate/")
    form = client.get(asked["Location"])
    following = re.findall(r'name="next" value="([^"]+)"', form.content.decode())[0]
    resumed = client.post("/account/reauthenticate/", {"password": PASSWORD, "next": following})
    assert resumed.getvalue().startswith(b"PK")
    handed = Entry.objects.filter(verb="backup.handed_out")
    assert {entry.by for entry in handed} == {keeper.pk}


def test_a_backup_that_is_gone_is_said_to_be_gone(tmp_path: Path) -> None:
    client = client_of(somebody("管理员"), Office.SYSTEM)
    _after(client, "/system/backups/")
    [file] = (tmp_path / "backups").iterdir()
    file.unlink()
    assert "已不在这台机器上" in client.get("/system/backups/").content.decode()
    assert client.get("/system/backups/1/").status_code == 404


def test_the_ledger_is_verified_and_the_page_says_what_was_found() -> None:
    cast()
    client = client_of(somebody("审计"), Office.AUDIT)
    assert "还没有在这里核验过" in client.get("/system/ledger/").content.decode()
    job = _after(client, "/system/ledger/verification/")
    assert job.stage == JobStage.DONE
    assert "账本完好" in client.get("/system/ledger/").content.decode()


def test_a_proof_leads_to_the_root_that_was_sealed() -> None:
    who = cast()
    task = who.dispatched()
    seal_day(AT.date(), at=AT + timedelta(days=1))
    client = client_of(somebody("审计"), Office.AUDIT)
    assert "2026-03-02" in client.get("/system/ledger/").content.decode()
    told = json.loads(client.get("/system/ledger/proof/", {"chain": task.chain, "sequence": "1"}).content)
    seal, path = told["seal"], [bytes.fromhex(each) for each in told["path"]]
    digest = bytes.fromhex(told["entry"]["digest"])
    reached = leads_to(digest, told["index"], seal["count"], path, seal["algorithm"])
    assert reached is not None
    assert reached.hex() == seal["root"]
    assert task.title not in json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"chain": "task:1", "sequence": "9999"}, "账本里没有这一条"),
        ({"chain": "", "sequence": "x"}, "请填账本链"),
        ({"chain": "<b>", "sequence": "0"}, "从 1 数起"),
    ],
)
def test_what_cannot_be_proved_is_said_beside_its_field(asked: dict[str, str], said: str) -> None:
    answer = client_of(somebody("审计"), Office.AUDIT).get("/system/ledger/proof/", asked)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "<b>" not in answer.content.decode()


def test_an_entry_of_today_has_no_proof_yet() -> None:
    task = cast().dispatched()
    client = client_of(somebody("审计"), Office.AUDIT)
    answer = client.get("/system/ledger/proof/", {"chain": task.chain, "sequence": "1"})
    assert "还没有日封" in answer.content.decode()


def test_the_table_holds_every_entry_and_no_business() -> None:
    task = cast().dispatched()
    job = _after(client_of(somebody("审计"), Office.AUDIT), "/system/ledger/export/")
    made = made_by(job)
    assert made is not None
    text = made.read_text(encoding="utf-8-sig")
    assert task.title not in text
    rows = list(csv.reader(io.StringIO(text)))[1:]
    assert len(rows) == Entry.objects.count()
    assert [task.chain, "2", "task.dispatched", "交办"] in [row[1:5] for row in rows]


@pytest.mark.parametrize("office", [None, *Office])
def test_each_office_has_its_own_pages(office: Office | None) -> None:
    client = client_of(somebody("谁"), office)
    assert client.get("/system/backups/").status_code == (200 if office == Office.SYSTEM else 404)
    assert client.get("/system/ledger/").status_code == (200 if office == Office.AUDIT else 404)
