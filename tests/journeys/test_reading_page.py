"""The reading page in a real browser, as a clerk uses it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from luoshi.edge.web.reading.source import example
from world.letters import NOTICE

pytestmark = pytest.mark.browser

IN_VIEW = """id => {
  const place = document.getElementById(id).getClientRects()[0], frame = document.querySelector(".original").getBoundingClientRect();
  return place.top >= frame.top && place.bottom <= Math.min(frame.bottom, innerHeight);
}"""
VIOLATIONS = 'addEventListener("securitypolicyviolation", (event) => console.error("refused", event.violatedDirective))'


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document of several screens."""
    path = tmp_path / "讲话.txt"
    path.write_text(example("speech").text, encoding="utf-8")
    return path


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A tab without scripts, where every act must work as well."""
    context = browser.new_context(locale="zh-CN", java_script_enabled=False)
    yield context.new_page()
    context.close()


def _bring(tab: Page, site: str, document: Path) -> None:
    tab.add_init_script(VIOLATIONS)
    tab.goto(f"{site}/read/")
    tab.locator("#document").set_input_files(document)
    tab.get_by_role("button", name="读出任务").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("在海州市机关党建重点任务推进会上的讲话")


def test_a_click_on_a_task_brings_its_sentence_into_view(tab: Page, site: str, document: Path) -> None:
    _bring(tab, site, document)
    last = tab.locator(".draft").last
    number = (last.get_attribute("id") or "").removeprefix("t")
    assert not tab.evaluate(IN_VIEW, f"s{number}")
    last.locator(".gist").click()
    assert tab.evaluate(IN_VIEW, f"s{number}")
    assert (
        tab.evaluate(f"getComputedStyle(document.getElementById('s{number}')).backgroundColor")
        != "rgba(0, 0, 0, 0)"
    )


def test_a_click_on_a_sentence_finds_its_task(tab: Page, site: str, document: Path) -> None:
    _bring(tab, site, document)
    tab.locator(".sentence").last.click()
    expect(tab.locator(".draft").last).to_be_in_viewport()
    expect(tab.locator(".draft:target")).to_have_count(1)


def test_the_other_column_stays_where_it_is(tab: Page, site: str, document: Path) -> None:
    _bring(tab, site, document)
    tab.locator(".gist").nth(9).scroll_into_view_if_needed()
    before = tab.locator(".gist").nth(9).bounding_box()
    tab.locator(".gist").nth(9).click()
    assert tab.locator(".gist").nth(9).bounding_box() == before


def test_the_keyboard_reaches_and_opens_a_task(tab: Page, site: str, document: Path) -> None:
    _bring(tab, site, document)
    tab.locator(".drafts").focus()
    for _step in range(20):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    tab.keyboard.press("Enter")
    expect(tab.locator("details[open] dl")).to_be_visible()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#s1")


def test_everything_works_without_scripts(plain: Page, site: str, document: Path) -> None:
    plain.goto(f"{site}/read/")
    plain.locator("#document").set_input_files(document)
    plain.get_by_role("button", name="读出任务").click()
    assert plain.locator(".draft.past").count() == 0
    plain.get_by_role("button", name="连不算任务的也显示").click()
    assert plain.url.endswith("?show=all")
    assert plain.locator(".draft.past").count() == 1
    with plain.expect_download() as download:
        plain.get_by_role("button", name="下载数据").click()
    assert download.value.suggested_filename == "讲话.txt.json"


def test_what_was_pasted_outlives_a_refusal(browser: Browser, site: str, document: Path) -> None:
    context = browser.new_context(locale="zh-CN")
    tab = context.new_page()
    tab.goto(f"{site}/read/")
    tab.locator("#document").set_input_files(document)
    tab.locator("#text").fill(NOTICE)
    tab.get_by_role("button", name="读出任务").click()
    expect(tab.locator(".refusals")).to_be_focused()
    tab.locator(".refusals a").click()
    expect(tab.locator("#text")).to_have_value(NOTICE)
    context.set_offline(True)
    tab.get_by_role("button", name="读出任务").click()
    expect(tab.locator("#unsent")).to_be_visible()
    expect(tab.locator("#text")).to_have_value(NOTICE)
    context.close()


@pytest.mark.parametrize("address", ["/read/", "/read/?example=speech&show=all", "/read/?example=plan"])
@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_a_phone_needs_no_sideways_scrolling(browser: Browser, site: str, address: str, locale: str) -> None:
    context = browser.new_context(locale=locale, viewport={"width": 390, "height": 844})
    tab = context.new_page()
    tab.goto(site + address)
    tab.evaluate("document.querySelectorAll('details').forEach((draft) => { draft.open = true; })")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
