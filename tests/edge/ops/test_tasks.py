"""``luoshi tasks``: a table, narrowed by where, whose, which state and how late."""

import pytest

from luoshi.act.tasks.actions import cancel, draft
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from world.ground import AT
from world.loop import Cast, cast
from world.shell import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_wide")]


@pytest.fixture
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the terminal be wide enough for a row to stay on a line."""
    monkeypatch.setenv("COLUMNS", "160")


def _listed(*options: str) -> list[str]:
    done = typed("tasks", *options)
    assert done.exit_code == 0, done.output
    return [" ".join(line.split()) for line in done.output.splitlines()[1:]]


def _three(who: Cast) -> None:
    who.accepted()
    cancel(who.drafted("取消的"), by=who.issuer, at=AT, reason="不再需要")
    draft(Proposal("还没有承办的", "还没有承办的", Origin.DOCKET, who.committee), by=who.issuer, at=AT)


def test_a_row_says_whose_it_is_where_it_stands_and_its_light() -> None:
    who = cast()
    task = who.accepted()
    assert _listed() == [f"{task.pk} 印发办法 市数据局政务处 承办中 2026-03-30 逾期"]


def test_it_is_narrowed_by_state_and_lateness() -> None:
    who = cast()
    _three(who)
    assert len(_listed()) == 3
    assert ["取消的" in line for line in _listed("--state", "已撤销")] == [True]
    assert ["印发办法" in line for line in _listed("--overdue")] == [True]


def test_it_is_narrowed_by_place_and_an_unowned_task_stands_with_its_issuer() -> None:
    who = cast()
    _three(who)
    assert len(_listed("--below", who.committee.code)) == 3
    assert len(_listed("--below", who.office.code)) == 2
    assert _listed("--below", "市民政局") == []


def test_it_is_narrowed_by_what_somebody_reaches() -> None:
    who = cast()
    _three(who)
    assert len(_listed("--as", who.issuer.account)) == 3
    assert len(_listed("--as", who.owner.account)) == 2
    assert _listed("--as", who.stranger.account) == []


def test_it_says_how_many_it_left_out() -> None:
    who = cast()
    _three(who)
    assert _listed("--limit", "1")[-1] == "……还有 2 件：用 --limit 多列一些，或缩小范围。"
