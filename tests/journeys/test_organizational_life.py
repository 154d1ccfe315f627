"""A branch secretary records a meeting and a step on a phone; a talk stays between its two, wherever one looks."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from world.city import enter
from world.site import serving
from world.walking import walk

pytestmark = [pytest.mark.browser, pytest.mark.journey]
WIDEST = "lin"
SAID = "女儿要高考想少出差"


@dataclass(frozen=True)
class Place:
    """A site of its own, and where it keeps everything."""

    site: str
    home: Path


@pytest.fixture(scope="module")
def place(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Give a site with the demo's city, to be written to."""
    home = tmp_path_factory.mktemp("life") / "home"
    shutil.copytree(seeded, home)
    with serving(home, DATABASE_URL="") as site:
        yield Place(site, home)


class Thumb:
    """Counts what a thumb does: every tap, and every field that is typed into."""

    def __init__(self, tab: Page) -> None:
        self.tab, self.count = tab, 0

    def tap(self, selector: str) -> None:
        """Tap something."""
        self.count += 1
        self.tab.locator(selector).first.click()

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        self.count += 1
        self.tab.fill(f"[name={name}]", text)

    def choose(self, name: str, place: int) -> None:
        """Choose from a list."""
        self.count += 1
        self.tab.select_option(f"[name={name}]", index=place)


def test_a_secretary_records_a_meeting_on_a_phone_in_twelve_interactions(
    browser: Browser, place: Place
) -> None:
    context = enter(browser, place.site, "he", width=390)
    tab = context.new_page()
    tab.goto(f"{place.site}/")
    thumb = Thumb(tab)
    thumb.tap("nav a:has-text('组织生活')")
    thumb.tap("main a:has-text('党员大会')")
    thumb.write("topic", "研究窗口延时服务")
    thumb.tap(".attendee label >> nth=3")
    thumb.write("minutes", "大家同意中午不断档，排出值班表。")
    thumb.write("decision0-text", "排出窗口中午值班表")
    thumb.choose("decision0-owner", 1)
    thumb.write("decision0-deadline_on", "2099-01-05")
    thumb.write("decision0-standard", "值班表公布并执行一周")
    thumb.tap("button:has-text('记下')")
    assert thumb.count <= 12
    expect(tab.locator("[role=status]")).to_contain_text("到会 11 人，缺席 1 人")
    expect(tab.locator("h1")).to_have_text("研究窗口延时服务")
    expect(tab.locator(".quorum")).to_contain_text("够了")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    tab.click("main a:has-text('排出窗口中午值班表')")
    expect(tab.locator("h1")).to_have_text("排出窗口中午值班表")
    expect(tab.locator(".source")).to_contain_text("研究窗口延时服务")
    context.close()


def test_a_secretary_records_a_step_on_a_phone_and_reads_by_when_the_next_is_due(
    browser: Browser, place: Place
) -> None:
    context = enter(browser, place.site, "he", width=390)
    tab = context.new_page()
    tab.goto(f"{place.site}/")
    thumb = Thumb(tab)
    thumb.tap("nav a:has-text('组织生活')")
    thumb.tap("main a:has-text('发展党员')")
    expect(tab.locator("tr:has-text('陆听松')")).to_contain_text("逾期")
    expect(tab.locator("h1")).to_contain_text("4 人")
    thumb.tap("tr:has-text('贺云帆') a:has-text('记一步')")
    expect(tab.locator("[name=kind] option:checked")).to_have_text("支部大会接收")
    thumb.tap("main form button:has-text('记下')")
    assert thumb.count == 4
    expect(tab.locator("[role=status]")).to_contain_text("下一步：上级党委审批")
    expect(tab.locator("tr:has-text('上级党委审批')")).to_contain_text("个工作日")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    tab.click("main a:has-text('发展党员')")
    tab.click("main a:has-text('党员名册')")
    expect(tab.locator("tr:has-text('贺云帆')")).to_contain_text("预备党员")
    context.close()


def test_what_was_typed_survives_a_refusal_and_boxes_stay_ticked(browser: Browser, place: Place) -> None:
    context = enter(browser, place.site, "he", width=390)
    tab = context.new_page()
    tab.goto(f"{place.site}/activities/")
    tab.click("main a:has-text('主题党日')")
    tab.fill("[name=topic]", "到社区去")
    tab.locator(".attendee label").nth(2).click()
    tab.click("button:has-text('记下')")
    expect(tab.locator(".refusals")).to_contain_text("记录是空的")
    assert tab.input_value("[name=topic]") == "到社区去"
    assert tab.locator(".attendee input:checked").count() == 1
    context.close()


def test_a_talk_is_found_by_nobody_else_anywhere(browser: Browser, place: Place) -> None:
    context = enter(browser, place.site, "he")
    tab = context.new_page()
    tab.goto(f"{place.site}/activities/talks/")
    tab.goto(f"{place.site}/activities/")
    tab.click("main a:has-text('谈心谈话和走访')")
    tab.click("main a:has-text('记一次')")
    tab.locator(".boxes label").first.click()
    tab.fill("[name=topic]", "家里的事")
    tab.fill("[name=minutes]", SAID)
    tab.click("button:has-text('加密保存')")
    expect(tab.locator("main")).to_contain_text(SAID)
    address = tab.url
    context.close()
    for account in (WIDEST, "shen", "cheng", "ruan"):
        _finds_nothing(browser, place, account, address)
    # What a thief of the whole directory would search, its keys aside.
    kept = [path for path in place.home.rglob("*") if path.is_file() and path.parent.name != "keys"]
    assert any(path.name.startswith("luoshi.sqlite3") for path in kept)
    assert [path.name for path in kept if SAID.encode() in path.read_bytes()] == []


def _finds_nothing(browser: Browser, place: Place, account: str, address: str) -> None:
    # What the server says is all that counts here, so nothing else is waited for.
    context = enter(browser, place.site, account, script=False)
    context.route("**/static/**", lambda route: route.abort())
    tab = context.new_page()
    hidden = tab.goto(address)
    assert hidden is not None
    assert hidden.status == 404
    # Nobody's pages reach further than hers, so the long walk is made once.
    for stop in walk(tab, place.site) if account == WIDEST else ():
        text = stop.answer.text() if "text" in stop.answer.headers.get("content-type", "") else ""
        assert SAID not in text, stop.path
    for path in ("/organizations/search?q=", "/people/search?q="):
        # A page repeats what somebody looks for, so it is asked for one half and must not give the other.
        answer = context.request.get(f"{place.site}{path}{SAID[:5]}")
        assert SAID[5:] not in answer.text()
    for which in ("people", "organizations"):
        file = context.request.get(f"{place.site}/organizations/workbooks/{which}/export.xlsx")
        with ZipFile(BytesIO(file.body())) as book:
            assert [name for name in book.namelist() if SAID.encode() in book.read(name)] == []
    context.close()
