"""A branch secretary with ten minutes: accept, report with evidence."""

from pathlib import Path

import pytest

from world.visitor import Visit

pytestmark = [pytest.mark.journey, pytest.mark.browser]

PAPER = b"%PDF-1.7\n1 0 obj <<>> endobj\n"


def test_a_secretary_accepts_one_and_reports_another(visit: Visit, tmp_path: Path) -> None:
    he = visit("he")
    he.presses("编写窗口操作手册并培训")
    he.presses("签收")
    he.reads("已签收。", "承办中")
    he.presses("工作台", within=".rail")
    he.presses("每个支部年内要认领1个群众反映强烈的难题，6月底前拿出办法，11月底前见到成效")
    he.presses("报结")
    he.fills("情况", "难题已经解决，服务对象写了评价。")
    # The kinds that the standard names stand in the form already; the first is a file, the second has a number.
    paper = tmp_path / "评价.pdf"
    paper.write_bytes(PAPER)
    he.brings("文件", paper)
    he.tab.locator(".proof").nth(1).get_by_label("或写明在哪里能看到").fill("支部记录本第12页")
    he.presses("报结", within=".move-form")
    he.reads("已报结，等待核验。", "评价.pdf", "支部记录本第12页")
    he.finds_nothing("还缺")
    assert he.acts <= 8
