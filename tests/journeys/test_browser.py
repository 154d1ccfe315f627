"""What a person sees in a real browser."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_the_first_page_has_its_style_and_its_script(tab: Page, site: str) -> None:
    tab.goto(f"{site}/read/")
    expect(tab.get_by_role("heading", level=1)).to_have_text("把部署变成可核验的任务")
    assert tab.evaluate("typeof htmx.ajax") == "function"
    assert tab.evaluate("getComputedStyle(document.body).fontSize") == "15px"


def test_large_text_comes_from_one_variable(tab: Page, site: str) -> None:
    tab.goto(f"{site}/read/")
    tab.evaluate("document.documentElement.style.setProperty('--text-scale', '1.4')")
    assert tab.evaluate("getComputedStyle(document.body).fontSize") == "21px"


def test_dark_mode_follows_the_system(tab: Page, site: str) -> None:
    tab.emulate_media(color_scheme="dark")
    tab.goto(f"{site}/read/")
    assert tab.evaluate("document.documentElement.dataset.bsTheme") == "dark"
    tab.emulate_media(color_scheme="light")
    expect(tab.locator("html")).to_have_attribute("data-bs-theme", "light")


def test_the_language_can_be_changed_without_a_script(tab: Page, site: str) -> None:
    tab.goto(f"{site}/read/")
    tab.get_by_role("button", name="English").click()
    expect(tab.get_by_role("heading", level=1)).to_contain_text("tasks that can be verified")


def test_a_phone_needs_no_sideways_scrolling(tab: Page, site: str) -> None:
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.goto(f"{site}/read/")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_keyboard_can_skip_to_the_content(tab: Page, site: str) -> None:
    tab.goto(f"{site}/read/")
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="跳到正文")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#content")).to_be_focused()
