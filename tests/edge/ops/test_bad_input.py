"""What may not be done ends in one sentence on the command line, with exit code 1, and nothing is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from luoshi.act.tasks.models import Task
from luoshi.edge.exchange.workbooks import organizations
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.actions import assume
from luoshi.ground.people.models import Grant, Holding, Person, PostKind
from tidy.tree import ROOT
from world.ground import AT, TODAY, post, somebody
from world.loop import Cast, cast
from world.shell import book, rest_day, typed, workday

pytestmark = pytest.mark.django_db
PLAN = str(ROOT / "src/luoshi/content/demo/plan.txt")
HEADER = [column.title for column in organizations.COLUMNS]
UNIT = ["u", "", "甲局", "", "单位"]
STORED = (Entry, Organization, Person, Holding, Grant, Task)


def _stored() -> list[list[tuple[Any, ...]]]:
    return [list(model.objects.values_list().order_by("pk")) for model in STORED]


def _refused(*arguments: str, code: int = 1) -> str:
    """Type what is refused; return what was said, and make sure that nothing was written."""
    before = _stored()
    done = typed(*arguments)
    assert (done.exit_code, _stored()) == (code, before), done.output
    return done.output


def _sentence(*arguments: str) -> str:
    said = _refused(*arguments)
    assert said.count("\n") == 1
    assert said.endswith("。\n")
    return said


@pytest.fixture
def who() -> Cast:
    """Give the usual people."""
    return cast()


@pytest.mark.parametrize(
    "arguments",
    [
        ("found", "n", "新处", "处室", "--under", "没有"),
        ("found", "n", "新处", "处室", "--under", "n"),
        ("rename", "没有", "新名"),
        ("move", "市民政局", "--under", "没有"),
        ("merge", "市民政局", "没有"),
        ("dissolve", "没有"),
        ("appoint", "{owner}", "没有", "书记"),
        ("vacate", "{owner}", "没有", "书记"),
        ("abolish", "没有", "书记"),
        ("rehome", "{owner}", "没有"),
        ("deploy", PLAN, "--for", "没有", "--as", "{issuer}"),
        ("dispatch", "{draft}", "--owner", "没有", "--as", "{issuer}"),
        ("transfer", "{task}", "--owner", "没有", "--reason", "职能调整", "--as", "{issuer}"),
        ("tasks", "--below", "没有"),
    ],
)
def test_an_unknown_organization_is_named(who: Cast, arguments: tuple[str, ...]) -> None:
    known = {
        "owner": who.owner.account,
        "issuer": who.issuer.account,
        "draft": str(who.drafted().pk),
        "task": str(who.accepted().pk),
    }
    said = _sentence(*(each.format(**known) for each in arguments))
    assert said.startswith("没有代码为“")
    assert "请核对代码" in said


def test_a_cycle_in_the_tree_is_named(who: Cast, tmp_path: Path) -> None:
    keeper = ("--as", who.issuer.account)
    root = Organization.objects.get(code="海州市机关工委")
    assert _sentence("move", root.code, "--under", who.office.code, *keeper).startswith(
        "“海州市机关工委”不能移到“市数据局政务处”之下：“市数据局政务处”就是它本身或它的下级；请另选上级"
    )
    assert "就是它本身" in _sentence("move", who.office.code, "--under", who.office.code, *keeper)
    assert "不能并入自己或自己的下级" in _sentence("merge", root.code, who.office.code, *keeper)
    file = book(tmp_path / "a.xlsx", HEADER, ["a", "b", "甲", "", "单位"], ["b", "a", "乙", "", "单位"])
    said = _refused("import", "organizations", file, "--commit", *keeper)
    assert said.startswith("B2：上级“b”就是它本身或它的下级，绕成了一圈：请改填真正的上级。\nB3：")
    standing = book(tmp_path / "b.xlsx", HEADER, [root.code, who.office.code, "工委", "", "机关工委"])
    assert _refused("import", "organizations", standing, "--commit", *keeper).startswith("B2：上级“")


def test_a_second_holder_of_one_post_is_refused(who: Cast) -> None:
    said = _sentence("appoint", who.stranger.account, who.committee.code, "书记")
    assert said.startswith("岗位“书记”在 2026-03-02 起由“甲书记”担任：这类岗位同一时间只有一人")
    assert "请先办理“甲书记”离任" in said
    again = _sentence("appoint", who.issuer.account, who.committee.code, "书记")
    assert again.startswith("“甲书记”在这段时间已担任“书记”")


def test_a_stand_in_is_somebody_else_for_a_time_with_something_to_grant(who: Cast) -> None:
    giver, receiver, keeper = who.owner.account, who.stranger.account, ("--as", who.issuer.account)
    until = ("--until", workday(5), *keeper)
    assert _sentence("grant", giver, giver, *until).startswith("“丙处长”不能授权自己代办：请另选")
    assert "早于开始日期" in _sentence("grant", giver, receiver, "--from", workday(9), *until)
    assert "没有担任岗位" in _sentence("grant", somebody("闲人").account, receiver, *until)
    assert "无从收回" in _sentence("revoke", giver, receiver, *keeper)


def test_a_deadline_is_a_working_day_to_come(who: Cast) -> None:
    draft, task = str(who.drafted().pk), str(who.accepted().pk)
    issuer, owner = ("--as", who.issuer.account), ("--as", who.owner.account)
    asking = ("ask-extension", task, "--reason", "数据晚到", *owner, "--deadline")
    for command in (("dispatch", draft, *issuer, "--deadline"), asking):
        assert _sentence(*command, "2020-01-02").startswith("时限 2020-01-02 早于今天")
        said = _sentence(*command, rest_day())
        assert said.startswith(f"时限 {rest_day()} 不是工作日：请改为 ")
    assert typed(*asking, workday(10)).exit_code == 0
    both = ("dispatch", draft, *issuer, "--deadline", workday(9), "--within", "9")
    assert "请只写一样" in _sentence(*both)
    granting = ("grant-extension", task, *issuer, "--deadline")
    assert "早于今天" in _sentence(*granting, "2020-01-02")
    assert "不是工作日" in _sentence(*granting, rest_day())
    assert "请先请交办方答复" in _sentence(*asking, workday(12))


def test_a_document_is_deployed_once(who: Cast) -> None:
    deploying = ("deploy", PLAN, "--for", who.committee.code, "--as", who.issuer.account)
    assert typed(*deploying).exit_code == 0
    assert "同一份文件只登记一次" in _sentence(*deploying)


def test_a_workbook_imported_twice_changes_nothing(who: Cast, tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", HEADER, UNIT)
    importing = ("import", "organizations", file, "--commit", "--as", who.issuer.account)
    assert typed(*importing).exit_code == 0
    assert "新增 0 行，修改 0 行，不变 1 行" in _refused(*importing, code=0)


@pytest.mark.parametrize(
    ("touch", "sentence"),
    [
        (lambda sheet: sheet.merge_range("C3:D3", "甲局"), "C3：C3:D3 是合并单元格"),
        (lambda sheet: sheet.set_row(2, None, None, {"hidden": True}), "A3：第 3 行是隐藏行"),
        (lambda sheet: sheet.write_formula("C3", '="甲"&"局"', None, "甲局"), "C3：这一格是公式"),
    ],
)
def test_a_sheet_that_hides_something_is_refused_with_its_cell(
    who: Cast, tmp_path: Path, touch: Callable[[Any], object], sentence: str
) -> None:
    file = book(tmp_path / "a.xlsx", HEADER, UNIT, ["v", "", "", "", "单位"], touch=touch)
    said = _refused("import", "organizations", file, "--commit", "--as", who.issuer.account)
    assert sentence in said
    assert said.endswith("一行也没有写入：请改正上面的单元格后重新导入。\n")


def test_a_wrong_header_is_refused_with_its_cell(who: Cast, tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", ["编码", *HEADER[1:]], UNIT)
    said = _refused("import", "organizations", file, "--commit", "--as", who.issuer.account)
    assert said.startswith("A1：表头“编码”不认识")


@pytest.mark.scale
def test_a_sheet_of_200000_rows_is_refused_at_the_first_row_too_many(who: Cast, tmp_path: Path) -> None:
    rows = ([f"u{number}", *UNIT[1:]] for number in range(200_000))
    file = book(tmp_path / "a.xlsx", HEADER, *rows)
    said = _refused("import", "organizations", file, "--commit", "--as", who.issuer.account, code=2)
    assert said.startswith("“a.xlsx”从 A50001 起超过 50000 行的上限，一行也没有写入")
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("accept", "1" * 30, "--as", "{owner}"), "没有任务 1111"),
        (("accept", "0", "--as", "{owner}"), "没有任务 0"),
        (("accept", "{task}", "--as", "没有"), "没有账号“没有”"),
        (("decompose", "{task}", "--as", "{owner}"), "分解须列出至少一项子任务"),
        (("decompose", "{task}", "起草", "", "--as", "{owner}"), "任务要有名称"),
        (("advance", "{task}", "--as", "{owner}"), "这一步须写明情况"),
        (
            ("advance", "{task}", "--note", "已办", "--progress", "101", "--as", "{owner}"),
            "进度 101 超出范围",
        ),
        (("block", "{task}", "--reason", " ", "--as", "{owner}"), "这一步须写明理由"),
        (("coordinate", "{task}", "--note", "已办", "--as", "{issuer}"), "承办方没有提请协调"),
        (("ask-extension", "{task}", "--reason", "晚到", "--as", "{owner}"), "申请延期须写明延到哪一天"),
        (("grant-extension", "{task}", "--as", "{issuer}"), "承办方没有申请延期"),
        (("transfer", "{task}", "--reason", "调整", "--as", "{issuer}"), "转办须换一个承办单位"),
        (("escalate", "{task}", "--as", "{supervisor}"), "提级督办须写明提到哪一级"),
        (("escalate", "{task}", "--rung", "省里", "--as", "{supervisor}"), "督办阶梯里没有“省里”这一级"),
        (("resume", "{task}", "--as", "{issuer}"), "只有中止的任务才能恢复"),
        (("suspend", "{task}", "--reason", "等待", "--as", "{owner}"), "这一步只能由交办方办理"),
        (
            ("report", "{task}", "--note", "已办", "--evidence", "=网站", "--as", "{owner}"),
            "佐证“网站”没有写类别",
        ),
        (("report", "{task}", "--note", "已办", "--evidence", "{long}", "--as", "{owner}"), "长长长长长"),
        (("tasks", "--state", "在办"), "没有“在办”这种状态：请从拟办、"),
        (("tasks", "--as", "{owner}", "--below", "市民政局"), "“丙处长”的岗位和授权管不到“市民政局”"),
        (("found", "{long}", "新处", "处室"), "“长长长长长长长长长长…”有 400 个字，超过 40 个字的上限"),
        (("found", "n", "{long}", "处室"), "“长长长长长长长长长长…”有 400 个字，超过 100 个字的上限"),
        (("register", "n", "林\udcff"), "有的字不是 UTF-8 编码，无法保存"),
        (("found", "n", "新处", "公司"), "没有“公司”这种组织：请从机关工委、"),
        (("found", "", "新处", "处室"), "组织要有代码和名称"),
        (("register", "{long}", "林一"), "“长长长长长长长长长长…”有 400 个字，超过 60 个字的上限"),
        (("register", "n", ""), "人员要有姓名和账号"),
        (("register", "{owner}", "林一"), "账号“"),
        (("appoint", "{owner}", "市民政局", "秘书"), "没有“秘书”这种岗位：请从书记、"),
        (("rename", "市民政局", "{long}", "--as", "{owner}"), "“长长长长长长长长长长…”有 400 个字"),
        (("rename", "市民政局", "市民政局", "--as", "{owner}"), "“市民政局”的名称和简称没有变化"),
        (("rename", "市民政局", "民政局"), "已经有人登记，改动组织、人员和岗位要写明由谁办理"),
        (("move", "市民政局", "--as", "{owner}"), "请写明移到哪里"),
        (("move", "市民政局", "--under", "市数据局", "--root", "--as", "{owner}"), "请写明移到哪里"),
        (("dissolve", "市数据局", "--as", "{owner}"), "“市数据局”还有 1 个下级组织"),
        (("dissolve", "市民政局", "--as", "{owner}"), "“市民政局”还设有 1 个岗位"),
        (("vacate", "{owner}", "市民政局", "书记", "--as", "{owner}"), "“丙处长”在 20"),
        (("vacate", "{owner}", "市民政局", "委员", "--as", "{owner}"), "“市民政局”没有设“委员”这个岗位"),
        (("abolish", "市民政局", "书记", "--as", "{owner}"), "岗位“书记”现由“戊书记”担任"),
        (("rehome", "{owner}", "市民政局", "--as", "{owner}"), "“丙处长”的所在组织“市民政局”是单位"),
    ],
)
def test_every_other_refusal_is_one_sentence_too(
    who: Cast, arguments: tuple[str, ...], sentence: str
) -> None:
    known = {
        "task": str(who.accepted().pk),
        "owner": who.owner.account,
        "issuer": who.issuer.account,
        "supervisor": who.supervisor.account,
        "long": "长" * 400,
    }
    assert sentence in _sentence(*(each.format(**known) for each in arguments))


def test_a_shared_post_may_have_two_holders(who: Cast) -> None:
    assume(post(who.committee, PostKind.DEPUTY), person=who.stranger, from_on=TODAY, by=None, at=AT)
    assert typed("appoint", who.owner.account, who.committee.code, "副书记").exit_code == 0
