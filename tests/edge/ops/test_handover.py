"""``luoshi handover`` prints what passes on with a post, and writes it as a workbook."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from luoshi.core.formats import worksheet_of
from luoshi.edge.ops.cli import main
from luoshi.ground.people.actions import give_grant
from luoshi.plan.deployments.actions import deploy
from world.ground import AT, TODAY
from world.loop import cast

pytestmark = pytest.mark.django_db


def _said(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["handover", *arguments])
    return done.exit_code, done.output


def test_tasks_drafts_and_grants_pass_on_and_an_unknown_post_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUOSHI_LANG", "zh")
    monkeypatch.setattr("luoshi.edge.ops.commands.handover.now", lambda: AT)
    who = cast()
    reported = who.reported()
    made = deploy("一、印发办法。", "a.txt", organization=who.committee, by=who.issuer, at=AT)
    grant = give_grant(who.issuer, stand_in=who.stranger, from_on=TODAY, until_on=TODAY, by=None, at=AT)
    code, said = _said(who.committee.code, "书记")
    assert (code, said.splitlines()) == (
        0,
        [
            "市数据局 书记：移交 3 项",
            "待核验",
            f"  {reported.pk:>5}  印发办法  待核验  2026-03-30",
            "待确认的拟办",
            f"{f'{made.pk}/1':>7}  印发办法    —",
            "有效授权",
            f"  {grant.pk:>5}  甲书记 → 戊书记    2026-03-02",
        ],
    )
    file = tmp_path / "handover.xlsx"
    assert _said(who.committee.code, "书记", "--xlsx", str(file)) == (0, f"已写入 {file}\n")
    rows = worksheet_of(file.read_bytes(), file.name, 100).rows
    assert len(rows) == 4
    code, said = _said(who.committee.code, "处长")
    assert (code, said) == (
        1,
        "“市数据局”没有设“处长”这个岗位：请核对岗位名称，或先用 luoshi appoint 设岗。\n",
    )
