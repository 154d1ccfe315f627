"""Whatever is put into a form of any page comes back as words: no page breaks, and nothing that was typed acts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from luoshi.act.tasks.actions import ask_extension, block
from luoshi.act.tasks.models import Task
from luoshi.plan.deployments.actions import deploy
from world.forms import Form, forms_in_reach, shown_values
from world.ground import AT
from world.loop import DUE, after_days
from world.roles import populate

# It opens some hundred pages, so it runs with the journeys.
pytestmark = [pytest.mark.django_db, pytest.mark.journey]

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
ACTING = (b"<script>alert", b"<img src=x")
LONG = "长" * 10_000
TEXT = "一、印发办法。（市数据局牵头）\n二、过去一年的成绩。去年以来，各项工作取得了明显成效。"
UNPROCESSABLE = 422
# Whoever sees other forms than somebody before; the rest are offered nothing else.
ROLES = ("secretary", "supervisor", "officer", "clerk", "system", "security", "audit", "anonymous")


@dataclass(frozen=True)
class Attempt:
    """One form in somebody's hands."""

    role: str
    client: Client
    form: Form

    def send(self, typed: Mapping[str, object], times: int = 1) -> tuple[int, bytes]:
        """Send the form with other values; return the last status and what the page that follows says.

        The world stays as it was.
        """
        values = {**self.form.values, **typed}
        with transaction.atomic():
            answers = [self.client.post(self.form.action, values) for _time in range(times)]
            answer = answers[-1]
            onward = answer.headers.get("Location", "")
            content = (self.client.get(onward) if onward.startswith("/") else answer).getvalue()
            transaction.set_rollback(True)
        return answer.status_code, content

    def __str__(self) -> str:
        return f"{self.role}: {self.form.page} → {self.form.action}"


def _attempts() -> list[Attempt]:
    """Return every kind of form of every role, in a world where tasks stand in each state."""
    world = populate()
    who = world.cast
    who.drafted()
    who.reported()
    who.closed()
    stuck = who.accepted()
    block(stuck, by=who.owner, at=after_days(1), reason="缺预算")
    ask_extension(
        who.accepted(), by=who.owner, at=after_days(1), deadline_on=DUE.replace(month=4), reason="会签未完"
    )
    deploy(TEXT, "方案", organization=who.committee, by=who.issuer, at=AT)
    return list(_found(world.clients))


def _found(clients: dict[str, Client]) -> Iterator[Attempt]:
    kinds = set()
    numbers = Task.objects.values_list("pk", flat=True)
    tasks = [f"/tasks/{number}/" for number in numbers]
    many = [
        f"/tasks/{act}?task={numbers[0]}" for act in ("urging", "transfer", "extension", "extension-request")
    ]
    for role in ROLES:
        client = clients[role]
        # A page that breaks is to be seen as its visitor would see it.
        client.raise_request_exception = False
        starts = ["/account/login/"] if role == "anonymous" else ["/", "/tasks/new/", *tasks, *many]
        for form in forms_in_reach(client, *starts):
            if form.kind not in kinds:
                kinds.add(form.kind)
                yield Attempt(role, client, form)


def _typed_badly(each: Attempt) -> Iterator[str]:
    for said in (EVIL, LONG, "字\u202e符 ", "-1", "9" * 20):
        status, content = each.send(dict.fromkeys(each.form.written, said))
        if status >= 500:
            yield f"{each} broke on {said[:12]}"
        if any(tag in content for tag in ACTING):
            yield f"{each} lets HTML through"
        if status == UNPROCESSABLE and each.form.written and said not in shown_values(content):
            yield f"{each} loses {said[:12]}"


def _forged(each: Attempt) -> Iterator[str]:
    for name in each.form.values.keys() - each.form.written:
        for said in ("", "forged", "999999", "9" * 30):
            if each.send({name: said})[0] >= 500:
                yield f"{each} broke on {name}={said}"


def _sent_twice(each: Attempt) -> Iterator[str]:
    if each.send(dict.fromkeys(each.form.written, "照办"), times=2)[0] >= 500:
        yield f"{each} broke when it was sent twice"


def _with_files(each: Attempt) -> Iterator[str]:
    if not each.form.files:
        return
    for name in (f"../../{EVIL}.txt", "..\\..\\办法.docx", "长" * 300 + ".txt", ".txt"):
        brought = {field: SimpleUploadedFile(name, TEXT.encode()) for field in each.form.files}
        status, content = each.send({**dict.fromkeys(each.form.written, ""), **brought})
        if status >= 500 or any(tag in content for tag in (*ACTING, b"../..")):
            yield f"{each} believes the name {name[:20]}"


def test_no_form_of_any_page_breaks_and_nothing_that_was_typed_acts(
    settings: LazySettings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    attempts = _attempts()
    assert len(attempts) > 60
    assert len({each.form.action for each in attempts if each.form.files}) >= 5
    wrong = [
        fault
        for each in attempts
        for check in (_typed_badly, _forged, _sent_twice, _with_files)
        for fault in check(each)
    ]
    assert not wrong, "\n".join(wrong)
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and "办法" in each.name]
