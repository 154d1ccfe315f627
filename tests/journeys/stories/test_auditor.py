"""An auditor: verifies the ledger, takes its table away, and sees no business."""

import pytest
from playwright.sync_api import expect

from world.visitor import Visit

pytestmark = [pytest.mark.journey, pytest.mark.browser]

TITLE = "低保动态核查不及时"
BUSINESS = (
    "/tasks/",
    "/tasks/29/",
    "/deployments/",
    "/deployments/1/",
    "/organizations/1/",
    "/people/1/",
    "/notices/",
)


def test_an_auditor_verifies_the_ledger(visit: Visit) -> None:
    qin = visit("qin")
    qin.presses("账本核验", within=".rail")
    qin.presses("现在核验")
    expect(qin.tab.locator(".standing")).to_contain_text("条记录", timeout=20_000)
    qin.finds_nothing(TITLE)
    qin.goes("/system/ledger/")
    qin.reads("条记录")
    qin.presses("导出账本表")
    expect(qin.content.get_by_role("link", name="下载")).to_be_visible(timeout=20_000)
    qin.finds_nothing(TITLE)


def test_an_auditor_sees_no_business(visit: Visit) -> None:
    qin = visit("qin")
    assert {path: qin.goes(path) for path in BUSINESS} == dict.fromkeys(BUSINESS, 404)
