"""The table shows what the address asks for, within reach, in pages that neither lose nor repeat."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils.timezone import localdate

from luoshi.act.tasks.models import Task
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.table import Side, columns, reach
from luoshi.core.lifecycle import State
from luoshi.ground.organizations.models import Organization
from world.ground import AT
from world.loop import Cast, cast
from world.signing import client_of

pytestmark = pytest.mark.django_db


def _many(who: Cast, count: int, owner: Organization | None = None, **fields: object) -> list[Task]:
    today = localdate()
    given = {"state": "accepted", "light": "green", "issuer": who.committee, **fields}
    rows = [
        Task(
            title=f"印发办法{number}",
            text="印发办法",
            origin=Origin.DOCKET,
            owner=owner or who.office,
            deadline_on=today + timedelta(days=number % 7) if number % 10 else None,
            opened_at=AT,
            moved_at=AT + timedelta(minutes=number % 50),
            **given,
        )
        for number in range(count)
    ]
    return Task.objects.bulk_create(rows)


def _numbers(text: str) -> list[int]:
    return [int(each) for each in re.findall(r'name="task" value="(\d+)"', text)]


def _all_pages(client: Client, query: str) -> list[int]:
    found, address = [], f"/tasks/?{query}"
    while address:
        text = client.get(address).text
        found += _numbers(text)
        following = re.search(r'rel="next" href="([^"]+)"', text)
        address = f"/tasks/{following.group(1).replace('&amp;', '&')}" if following else ""
    return found


ORDERS = ("due", "number", "state", "owner", "issuer", "moved")
STATES = tuple(State)


def _key(sort: str, task: Task) -> Any:
    """Return what the order sorts by; states go by the loop, whichever way, and the tasks of one by number."""
    name = sort.removeprefix("-")
    said = {
        "number": task.pk,
        "due": task.deadline_on and task.deadline_on.toordinal(),
        "state": STATES.index(State(task.state)),
        "owner": task.owner and task.owner.path,
        "issuer": task.issuer.path,
        "moved": task.moved_at,
    }
    return said[name]


def _in_order(sort: str, tasks: list[Task]) -> list[int]:
    backwards = sort.startswith("-")
    whole = [task for task in tasks if _key(sort, task) is not None]
    bare = sorted(task.pk for task in tasks if _key(sort, task) is None)
    by_number = sorted(whole, key=lambda task: task.pk, reverse=backwards and not sort.endswith("state"))
    return [
        task.pk for task in sorted(by_number, key=lambda task: _key(sort, task), reverse=backwards)
    ] + bare


@pytest.mark.parametrize("sort", [sign + order for order in ORDERS for sign in ("", "-")])
@pytest.mark.parametrize("side", list(Side))
@pytest.mark.parametrize("few", [reach.FEW, 0])
def test_every_order_holds_every_task_once_on_every_side(
    sort: str, side: Side, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # With no bound on few, and a short stretch, the ways of a province are gone.
    monkeypatch.setattr(reach, "FEW", few)
    monkeypatch.setattr(columns, "STRETCH", 30)
    who = cast()
    above = who.stranger.holdings.get().post.organization
    tasks = (
        _many(who, 60) + _many(who, 30, owner=who.committee, state="reported") + _many(who, 20, state="draft")
    )
    others = _many(who, 9, owner=above) + _many(who, 9, issuer=above, owner=above)
    for task in others[:9]:
        task.co_units.add(who.office)
    for number, task in enumerate(tasks):
        task.co_units.add(who.office, who.committee) if number % 3 else None
    Task.objects.filter(pk__in=[task.pk for task in tasks[-20:-15]]).update(owner=None)
    held = {Side.OWNER: "owner", Side.ISSUER: "issuer", Side.HELPER: "co_units"}[side]
    mine = Task.objects.filter(**{f"{held}__path__startswith": who.committee.path}).distinct()
    expected = _in_order(sort, list(mine.select_related("owner", "issuer")))
    found = _all_pages(client_of(who.issuer), f"side={side}&sort={sort}&state=all")
    assert found == expected


@pytest.mark.parametrize("sort", ["due", "-due", "number", "-number"])
@pytest.mark.parametrize("state", ["open", "all", "closed"])
def test_pages_hold_every_task_once_and_in_order(sort: str, state: str) -> None:
    who = cast()
    tasks = _many(who, 130, state="closed" if state == "closed" else "accepted")
    _many(who, 5, owner=who.stranger.holdings.get().post.organization)
    found = _all_pages(client_of(who.owner), f"sort={sort}&state={state}")
    backwards = sort.startswith("-")

    def place(task: Task) -> tuple[bool, int, int]:
        if sort.endswith("number"):
            return False, 0, -task.pk if backwards else task.pk
        if task.deadline_on is None:
            return True, 0, task.pk
        days = task.deadline_on.toordinal()
        return False, -days if backwards else days, -task.pk if backwards else task.pk

    assert found == [task.pk for task in sorted(tasks, key=place)]


def test_the_side_decides_whose_reach_counts() -> None:
    who = cast()
    [task] = _many(who, 1)
    issuer, owner = client_of(who.issuer), client_of(who.owner)
    assert _numbers(issuer.get("/tasks/?side=issuer").text) == [task.pk]
    assert _numbers(owner.get("/tasks/?side=owner").text) == [task.pk]
    assert _numbers(owner.get("/tasks/?side=issuer").text) == []
    assert _numbers(client_of(who.stranger).get("/tasks/?state=all").text) == []


def test_whoever_supervises_looks_at_what_was_given_first() -> None:
    who = cast()
    assert 'aria-current="true">我方交办' in client_of(who.supervisor).get("/tasks/").text
    assert 'aria-current="true">我方承办' in client_of(who.owner).get("/tasks/").text


def test_filters_narrow_and_are_told_apart() -> None:
    who = cast()
    _many(who, 3)
    [red] = _many(who, 1, light="red", state="reported")
    late = Task.objects.filter(pk=red.pk)
    late.update(
        deadline_on=localdate() - timedelta(days=9),
        reported_on=localdate(),
        title="50%_的事",
        origin=Origin.FINDING,
    )
    client = client_of(who.issuer)
    for query in ("light=red", "state=reported", "late=1", "origin=finding", "q=50%25_", f"q={red.pk}"):
        assert _numbers(client.get(f"/tasks/?side=owner&{query}").text) == [red.pk], query
    named = f"side=owner&unit={who.office.name}&other={who.committee.name}"
    assert len(_numbers(client.get(f"/tasks/?{named}").text)) == 4
    assert _numbers(client.get(f"/tasks/?side=owner&unit={who.committee.name}&only=1").text) == []


def test_an_organization_out_of_reach_is_as_unknown_as_none() -> None:
    who = cast()
    client = client_of(who.owner)
    for name in (who.stranger.holdings.get().post.organization.name, "没有这个单位"):
        text = client.get(f"/tasks/?unit={name}").text
        assert f"您的范围内没有找到“{name}”" in text
        assert "没看懂" in text


@pytest.mark.parametrize(
    "word", ["after=x", "after=9999999999999999999", "sort=1;drop", "state=x", "light=x", "as=x"]
)
def test_nonsense_in_the_address_is_left_aside(word: str) -> None:
    who = cast()
    [task] = _many(who, 1)
    assert _numbers(client_of(who.owner).get(f"/tasks/?{word}").text) == [task.pk]


def test_the_count_is_honest_about_its_bound() -> None:
    who = cast()
    _many(who, 60)
    client = client_of(who.owner)
    assert "60 件" in client.get("/tasks/").text
    _many(who, 1_000)
    assert "1000+ 件" in client.get("/tasks/").text


def test_what_is_typed_is_shown_as_text() -> None:
    who = cast()
    _many(who, 1)
    Task.objects.update(title="<script>alert(1)</script>")
    text = client_of(who.owner).get("/tasks/?q=<script>").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


@pytest.mark.parametrize("form", ["board", "timeline"])
def test_other_forms_show_the_same_tasks(form: str) -> None:
    who = cast()
    _many(who, 3)
    text = client_of(who.owner).get(f"/tasks/?as={form}").text
    assert all(f"印发办法{number}" in text for number in range(3))


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite's driver tells of every statement")
@pytest.mark.parametrize("form", ["", "as=board", "as=timeline", "side=issuer", "sort=-due"])
def test_a_page_costs_the_same_reads_however_many_tasks(form: str) -> None:
    who = cast()
    client = client_of(who.issuer)

    def reads() -> int:
        seen: list[str] = []
        connection.connection.set_trace_callback(seen.append)
        try:
            assert client.get(f"/tasks/?side=owner&{form}").status_code == 200
        finally:
            connection.connection.set_trace_callback(None)
        return len([each for each in seen if each.lstrip().startswith(("SELECT", "WITH"))])

    _many(who, 60)
    client.get("/tasks/")
    few = reads()
    _many(who, 400, owner=who.committee)
    assert reads() == few <= 30


def test_a_co_unit_finds_what_it_helps_with_marked_as_such() -> None:
    who = cast()
    there = who.stranger.holdings.get().post.organization
    helped, _other = _many(who, 2)
    helped.co_units.add(there)
    client = client_of(who.stranger)
    text = client.get("/tasks/?side=helper").text
    assert _numbers(text) == [helped.pk]
    assert "<em>配合</em>" in text
    assert "1 件" in text
    assert helped.title in client.get("/tasks/?side=helper&as=board").text
    assert _numbers(client.get(f"/tasks/?side=helper&other={who.office.name}").text) == [helped.pk]
    assert _numbers(client_of(who.owner).get("/tasks/?side=helper").text) == []


def test_a_unit_is_named_in_part_and_by_what_a_suggestion_writes() -> None:
    who = cast()
    [task] = _many(who, 1)
    client = client_of(who.issuer)
    for name in ("政务处", f"{who.office.name}（{who.office.code}）"):
        assert _numbers(client.get("/tasks/", {"side": "owner", "unit": name}).text) == [task.pk]
    assert "可以指" in client.get("/tasks/", {"unit": "市数据"}).text
    suggested = client_of(who.owner).get("/organizations/search", {"above": "1", "other": "数据局"}).text
    assert f"{who.committee.name}（{who.committee.code}）" in suggested
    assert (
        who.committee.name + "（"
        not in client_of(who.owner).get("/organizations/search", {"unit": "数据局"}).text
    )


def test_the_filters_of_a_phone_say_how_many_are_set() -> None:
    client = client_of(cast().issuer)
    assert "筛选和次序</label>" in client.get("/tasks/").text
    assert "筛选和次序（已设 2 项）" in client.get("/tasks/?light=red&late=1").text


def test_nonsense_after_any_order_ends_the_table_and_nothing_else() -> None:
    who = cast()
    _many(who, 2)
    client = client_of(who.issuer)
    for order in ORDERS:
        for after in ("~x.1", "~2026-99.1", "~.1", "2026-01-01.1", "~owner-path.5"):
            assert client.get("/tasks/", {"side": "issuer", "sort": order, "after": after}).status_code == 200
