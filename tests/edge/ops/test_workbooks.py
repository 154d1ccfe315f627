"""The commands about workbooks: a template, a preview, an import, an export that changes nothing."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from luoshi.edge.exchange.workbooks import organizations
from luoshi.edge.exchange.workbooks.writing import workbook
from luoshi.edge.ops.cli import main
from luoshi.ground.organizations.models import Organization, OrganizationKind
from world.ground import plant

pytestmark = pytest.mark.django_db


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def _book(path: Path, *codes: str, under: str = "") -> str:
    empty = {"short_name": "", "established_on": None, "last_elected_on": None, "term_years": None}
    rows = [
        {**empty, "code": code, "under": under, "name": code, "kind": OrganizationKind.UNIT} for code in codes
    ]
    path.write_bytes(workbook(organizations.SHEET, organizations.COLUMNS, rows))
    return str(path)


def test_a_template_is_written_once(tmp_path: Path) -> None:
    file = str(tmp_path / "t.xlsx")
    assert "已写入" in _run("template", "people", file).output
    again = _run("template", "people", file)
    assert (again.exit_code, "已经存在：请换一个文件名" in again.output) == (1, True)


def test_a_preview_writes_nothing_and_a_commit_does(tmp_path: Path) -> None:
    file = _book(tmp_path / "a.xlsx", "甲局", "乙局")
    shown = _run("import", "organizations", file)
    assert (shown.exit_code, Organization.objects.count()) == (0, 0)
    assert "新增 2 行，修改 0 行，不变 0 行，不能导入 0 行" in shown.output
    assert "还没有写入" in shown.output
    assert _run("import", "organizations", file, "--commit").exit_code == 0
    assert Organization.objects.count() == 2


def test_a_refused_cell_is_named_and_ends_with_one(tmp_path: Path) -> None:
    refused = _run("import", "organizations", _book(tmp_path / "a.xlsx", "甲局", under="没有"), "--commit")
    assert (refused.exit_code, Organization.objects.count()) == (1, 0)
    assert refused.output.startswith("B2：代码为“没有”的组织不存在")


def test_a_file_that_is_none_ends_with_two(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("a,b")
    for file in ("a.xlsx", "missing.xlsx"):
        ended = _run("import", "people", str(tmp_path / file))
        assert (ended.exit_code, ended.output.count("\n")) == (2, 1)


def test_an_export_comes_back_unchanged(tmp_path: Path) -> None:
    plant("甲局")
    for which in ("organizations", "people"):
        file = str(tmp_path / f"{which}.xlsx")
        assert _run("export", which, file).exit_code == 0
        assert "新增 0 行，修改 0 行" in _run("import", which, file).output
