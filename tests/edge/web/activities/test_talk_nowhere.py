"""A talk is invisible to everybody else wherever its words could come out: one test for each way."""

import csv
import io
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from luoshi.act.activities.actions import record, withdraw
from luoshi.act.activities.models import Activity
from luoshi.edge.exchange.hearing_minutes import Minutes, hearing_minutes
from luoshi.edge.notices.models import Digest
from luoshi.edge.ops.backups.sealing import unsealed
from luoshi.edge.ops.backups.shelf import back_up
from luoshi.edge.ops.preparation import write_key
from luoshi.ground.accounts.models import Office
from luoshi.ground.jobs.models import JobStage
from luoshi.ground.jobs.queries import made_by
from luoshi.ground.ledger.models import Entry
from luoshi.ground.people.models import Person
from luoshi.plan.duties.actions import convene
from luoshi.plan.duties.queries.hearings import figures, half_year
from world.ground import AT, TODAY, somebody
from world.meetings import Branch, branch
from world.mornings import write
from world.shell import typed
from world.signing import client_of
from world.spider import pages
from world.working import worked

pytestmark = pytest.mark.django_db
SAID, TOPIC, PLACE = "家中老人住院想调岗", "分流意向", "湖边长椅"
WORDS = (SAID, TOPIC, PLACE)
SECRET = "院子里的桂花开了三次"  # noqa: S105  # a passphrase of this test alone


@dataclass(frozen=True)
class Talked:
    """A branch in which the secretary and a member had a talk."""

    who: Branch
    activity: Activity

    @property
    def address(self) -> str:
        """Where those who may open it do."""
        return f"/activities/{self.activity.pk}/"

    def is_in(self, said: str | bytes) -> list[str]:
        """Return which words of it stand in a text, or in the parts of a file, among them its address."""
        texts = list(_texts(said)) if isinstance(said, bytes) else [said]
        return [word for word in (*WORDS, self.address) if any(word in text for text in texts)]


def _texts(content: bytes) -> Iterator[str]:
    if is_zipfile(io.BytesIO(content)):
        with ZipFile(io.BytesIO(content)) as file:
            for name in file.namelist():
                yield from _texts(file.read(name))
    else:
        yield content.decode(errors="replace")


@pytest.fixture
def talked(settings: Any, tmp_path: Path) -> Talked:
    """Record a talk, in a data directory of its own."""
    write_key(tmp_path / "keys" / "contacts.key")
    settings.LUOSHI_HOME = tmp_path
    who = branch()
    told = who.telling(
        kinds=frozenset({"talk"}),
        topic=TOPIC,
        minutes=SAID,
        place=PLACE,
        hours=None,
        chair=None,
        agenda=(),
        attendees=who.talk(who.secretary, who.others[0]).attendees,
    )
    return Talked(who, record(told, by=who.secretary, at=AT))


def _others(who: Branch) -> list[Person]:
    """Return everybody but the two and the responsible superior."""
    return [who.leader, who.publicist, *who.others[1:], who.probationer, who.stranger]


def test_on_the_page(talked: Talked) -> None:
    for reader in _others(talked.who):
        assert client_of(reader).get(talked.address).status_code == 404
    # Nobody of these reaches further than the leader of the unit.
    seen = {}
    for path, answer in pages(client_of(talked.who.leader)):
        seen[path] = talked.is_in(answer.getvalue())
    assert len(seen) > 20
    assert not [path for path, found in seen.items() if found]
    for office in Office:
        assert client_of(somebody(f"三员{office}"), office).get(talked.address).status_code == 404


def test_in_answers_for_programs(talked: Talked) -> None:
    client = client_of(talked.who.leader)
    for address in ("/organizations/search", "/people/search"):
        answer = client.get(address, {"q": talked.who.branch.name[:4]})
        assert answer.status_code == 200
        assert talked.is_in(answer.content) == []
    assert talked.is_in(Client().get("/metrics").content) == []


@pytest.mark.parametrize("address", ["/organizations/search", "/people/search", "/tasks/", "/organizations/"])
def test_in_search(talked: Talked, address: str) -> None:
    client = client_of(talked.who.leader)
    for word in WORDS:
        # A page repeats what somebody looks for, so it is asked for one half and must not give the other.
        answer = client.get(address, {"q": word[:2]})
        assert word[2:] not in answer.content.decode()


def test_in_exports_of_pages(talked: Talked) -> None:
    client = client_of(talked.who.leader)
    files = [f"/organizations/workbooks/{which}/export.xlsx" for which in ("people", "organizations")]
    files.append(f"/activities/in/{talked.who.branch.pk}/pack.docx")
    post = talked.who.secretary.holdings.get().post_id
    for address in (*files, f"/posts/{post}/handover.xlsx"):
        answer = client.get(address)
        assert answer.status_code == 200, address
        content = answer.getvalue()
        assert is_zipfile(io.BytesIO(content))
        assert talked.is_in(content) == [], address


def test_in_exports_of_commands(talked: Talked, tmp_path: Path) -> None:
    for which in ("people", "organizations"):
        file = tmp_path / f"{which}.xlsx"
        assert typed("export", which, str(file)).exit_code == 0
        assert talked.is_in(file.read_bytes()) == []
    for command in (["verify-ledger"], ["tasks"], ["rules", "list"]):
        assert talked.is_in(typed(*command).output) == []


def test_in_the_export_of_the_ledger(talked: Talked) -> None:
    withdraw(talked.activity, reason=SAID, by=talked.who.secretary, at=AT)
    lecture = record(talked.who.telling(), by=talked.who.secretary, at=AT)
    job = worked(client_of(somebody("审计"), Office.AUDIT).post("/system/ledger/export/"))
    assert job.stage == JobStage.DONE
    made = made_by(job)
    assert made is not None
    text = made.read_text(encoding="utf-8-sig")
    assert talked.is_in(text) == []
    chains = [row[1] for row in csv.reader(io.StringIO(text))][1:]
    hidden = Entry.objects.filter(chain=talked.activity.chain)
    assert hidden.count() == 2
    # That it was, and who recorded it, stands in no row; what is no secret does.
    assert talked.activity.chain not in chains
    assert lecture.chain in chains
    assert job.facts == {"count": str(len(chains)), "sealed": "2"}


def test_in_the_log(talked: Talked, caplog: pytest.LogCaptureFixture, capfd: Any) -> None:
    client = client_of(talked.who.secretary)
    address = f"/activities/in/{talked.who.branch.pk}/talk/"
    typed_in = {"kind": "talk", "held_on": "2026-02-21", "topic": TOPIC, "minutes": SAID, "place": PLACE}
    with caplog.at_level(logging.DEBUG):
        alone = client.post(address, typed_in)
        done = client.post(address, {**typed_in, f"with-{talked.who.others[0].pk}": "on", "once": "一"})
        client_of(talked.who.publicist).get(done.headers["Location"])
    assert (alone.status_code, done.status_code) == (422, 302)
    assert caplog.records
    logged = "\n".join(f"{each.getMessage()} {each.args}" for each in caplog.records)
    printed = "".join(capfd.readouterr())
    for word in WORDS:
        assert word not in logged + printed
    # The log names the kind of page; which of them it was would be half of who talked with whom.
    assert done.headers["Location"] not in printed


def test_in_notifications(talked: Talked) -> None:
    # Everything since the working day before is told in the morning, and of this there is nothing to tell.
    assert Entry.objects.filter(chain=talked.activity.chain).exists()
    assert write() == 0
    assert not Digest.objects.exists()
    for reader in (talked.who.leader, talked.who.others[0]):
        assert talked.is_in(client_of(reader).get("/notices/").content) == []


def test_in_a_calendar(talked: Talked) -> None:
    for reader in (talked.who.secretary, talked.who.superior, talked.who.leader):
        client = client_of(reader)
        page = client.post("/account/calendars/", {"titles": "on"}).content.decode()
        [address] = set(re.findall(r"/calendars/[\w-]+\.ics", page))
        calendar = Client().get(address).content.decode()
        assert "BEGIN:VCALENDAR" in calendar
        # Lines of a calendar are folded, so they are put together before anybody looks.
        assert talked.is_in(re.sub(r"\r?\n[ \t]", "", calendar)) == []


def test_in_the_figures_of_a_hearing(talked: Talked) -> None:
    who = talked.who
    told = figures(who.committee, half_year("2026-H1"), TODAY)
    hearing = convene(who.committee, TODAY, by=who.superior, at=AT)
    assert talked.is_in(json.dumps([told, hearing.agenda], ensure_ascii=False)) == []
    said = Minutes(
        who.committee.name, "2026年上半年", TODAY, "", "", tuple(hearing.agenda), "听了。", told, ()
    )
    assert talked.is_in(hearing_minutes(said)) == []
    page = client_of(who.leader).get(f"/duties/hearings/{hearing.pk}/")
    assert page.status_code == 200
    assert talked.is_in(page.content) == []


def test_in_a_dump_of_the_database_without_the_key(talked: Talked, tmp_path: Path) -> None:
    file = tmp_path / "dump.json"
    call_command("dumpdata", output=str(file))
    dump = file.read_text()
    assert '"activities.confidence"' in dump
    assert talked.is_in(json.dumps(json.loads(dump), ensure_ascii=False)) == []


@pytest.mark.parametrize("passphrase", ["", SECRET])
def test_in_a_backup(
    talked: Talked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str
) -> None:
    monkeypatch.setenv("LUOSHI_BACKUP_PASSPHRASE", passphrase)
    file = tmp_path / "all.luoshi-backup"
    made = back_up(file, by=None, at=timezone.now(), advance=lambda *_progress: None)
    [rows] = [part.rows for part in made.parts if part.name == "tables/activities.confidence.jsonl"]
    assert rows == 1
    content = file.read_bytes()
    assert is_zipfile(file) == (not passphrase)
    assert talked.is_in(content) == []
    if passphrase:
        # Not even who knows the passphrase reads it there: the row within is sealed once more.
        with file.open("rb") as source:
            inner = b"".join(unsealed(source, passphrase))
        assert is_zipfile(io.BytesIO(inner))
        assert talked.is_in(inner) == []
