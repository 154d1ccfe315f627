"""With the keyboard alone: sign in, find what waits, verify it."""

import pytest
from playwright.sync_api import Page, expect

from luoshi.edge.demo.content import password
from world.visitor import Visit

pytestmark = [pytest.mark.journey, pytest.mark.browser]

# More steps than any page has between two things of use.
MOST = 60
FOCUSED = "(document.activeElement.innerText || document.activeElement.name || '').trim()"


def _tab_to(tab: Page, name: str) -> None:
    """Press Tab until what bears that name has the focus, and see that the focus shows."""
    for _step in range(MOST):
        tab.keyboard.press("Tab")
        if tab.evaluate(FOCUSED) == name:
            assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none", name
            return
    raise AssertionError(f"no way to {name} by Tab")


def test_a_task_is_verified_without_a_mouse(visit: Visit) -> None:
    who = visit("")
    tab = who.tab
    who.goes("/account/login/")
    _tab_to(tab, "login")
    tab.keyboard.type("gu")
    tab.keyboard.press("Tab")
    tab.keyboard.type(password())
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("工作台")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator("#content")).to_be_focused()
    _tab_to(tab, "市委办公室要会同市数据局，在5月底前清理一批重复报表，年底前报表总量压减30%以上")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/tasks/*/")
    _tab_to(tab, "销号")
    tab.keyboard.press("Enter")
    expect(tab.locator(".move-form")).to_be_visible()
    _tab_to(tab, "note")
    tab.keyboard.type("逐张核对了停报清单。")
    _tab_to(tab, "销号")
    tab.keyboard.press("Enter")
    expect(tab.locator("#content")).to_contain_text("已销号。")
