"""An officer lays down a rule in a real browser: chosen in a form, tried over the last year, published, then owed."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from world.databases import installed
from world.signing import PASSWORD
from world.site import serving

pytestmark = [pytest.mark.browser, pytest.mark.journey]


@pytest.fixture
def city(tmp_path: Path) -> Iterator[tuple[str, str]]:
    environment = installed(tmp_path)
    with serving(tmp_path, DATABASE_URL="") as address:
        command = [sys.executable, "-m", "world.rules_seed"]
        seeded = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        yield address, seeded.stdout.strip()


def test_an_officer_issues_a_local_rule_after_trying_it(city: tuple[str, str], tab: Page) -> None:
    address, account = city
    tab.goto(f"{address}/account/login/?next=/rules/")
    tab.locator("[name=login]").fill(account)
    tab.locator("[name=password]").fill(PASSWORD)
    tab.locator("main .btn-primary").click()
    tab.get_by_role("link", name="起草一条规定").click()
    tab.get_by_label("要求什么").select_option(label="党员教育管理情况报告")
    tab.get_by_label("多久一期").select_option(label="每半年")
    tab.get_by_label("约束哪类组织").select_option(label="党支部")
    tab.get_by_label("依据").fill("《市直机关党建工作要点》")
    tab.get_by_role("button", name="存为草稿").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("党员教育管理情况报告（每半年1次）")
    expect(tab.get_by_role("link", name="发布", exact=True)).to_have_count(0)
    tab.get_by_role("button", name="试算").click()
    missing = tab.locator("dt", has_text="会有未落实的").locator("xpath=following-sibling::dd")
    expect(missing).to_contain_text("/3")
    expect(tab.get_by_role("heading", name="谁会落下")).to_be_visible()
    tab.get_by_role("link", name="发布", exact=True).click()
    tab.get_by_role("button", name="发布").click()
    expect(tab.get_by_role("status")).to_contain_text("已发布“党员教育管理情况报告（每半年1次）”")
    tab.goto(f"{address}/rules/")
    expect(tab.get_by_role("link", name="党员教育管理情况报告（每半年1次）")).to_be_visible()
