"""A secretary reviews a document in a real browser: by keyboard, against the clock, with a page that goes stale."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from world.databases import installed
from world.signing import PASSWORD
from world.site import serving

pytestmark = [pytest.mark.browser, pytest.mark.journey]
# The keystroke-level model: a key 0.28 s, a look and a decision 1.35 s, pointing and pressing 1.3 s.
KEY, LOOK, POINT = 0.28, 1.35, 1.3
TEN_MINUTES = 600


@dataclass(frozen=True)
class Office:
    """A served installation with documents, and who reviews them."""

    address: str
    account: str

    def review(self, tab: Page, number: int) -> None:
        """Sign in and open the review of a deployment."""
        tab.goto(f"{self.address}/account/login/?next=/deployments/{number}/")
        tab.locator("[name=login]").fill(self.account)
        tab.locator("[name=password]").fill(PASSWORD)
        tab.locator("main .btn-primary").click()
        expect(tab.locator("#bar")).to_be_visible()
        # Only then does the page listen to keys.
        tab.wait_for_load_state("load")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Serve one installation for all of these; each has a document or a draft of its own, or leaves it fit for the next."""
    home = tmp_path_factory.mktemp("office")
    environment = installed(home)
    with serving(home, DATABASE_URL="") as address:
        command = [sys.executable, "-m", "world.review_seed"]
        seeded = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        yield Office(address, seeded.stdout.strip())


@dataclass
class Hand:
    """Whoever works: every key and every click goes through here and costs time."""

    tab: Page
    seconds: float = 0
    acts: int = 0

    def press(self, key: str) -> None:
        self.acts += 1
        self.seconds += KEY + LOOK
        self.tab.keyboard.press(key)

    def click(self, selector: str) -> None:
        self.acts += 1
        self.seconds += POINT + LOOK
        self.tab.locator(selector).first.click()

    def type(self, words: str) -> None:
        self.acts += 1
        self.seconds += KEY * len(words) + LOOK
        self.tab.keyboard.insert_text(words)


def test_forty_clauses_take_a_practised_user_less_than_ten_minutes(office: Office, tab: Page) -> None:
    office.review(tab, 1)
    hand = Hand(tab)
    expect(tab.locator("#bar")).to_contain_text("40 条款 · 0 已成任务 · 0 无需任务 · 40 待定")
    hand.click(".asked [name=meaning]")
    hand.type("szfbgs")
    expect(tab.locator(".asked .unit").first).to_have_text("市政府办公室")
    hand.press("Enter")
    hand.press("Enter")
    expect(tab.locator(".asked")).to_have_count(0)
    hand.click(".question button:last-child")
    expect(tab.locator(".questions")).to_have_count(0)
    hand.click("#choose")
    hand.click("[value=suggest]")
    expect(tab.locator(".lack")).to_have_count(0)
    expect(tab.locator("#t1")).to_be_focused()
    for number in range(1, 38):
        hand.press("Enter")
        expect(tab.locator(".draft.decided")).to_have_count(number)
    for number in range(1, 4):
        expect(tab.locator(".exemption summary").first).to_be_focused()
        hand.press("x")
        hand.type("回顾成绩")
        hand.press("Enter")
        expect(tab.locator("#bar")).to_contain_text(f"{number} 无需任务")
    expect(tab.locator("#bar")).to_contain_text("40 条款 · 37 已成任务 · 3 无需任务 · 0 待定")
    hand.click("#bar .btn-primary")
    expect(tab.locator(".said")).to_contain_text("已交办 37 件任务")
    assert hand.acts <= 70
    assert hand.seconds < TEN_MINUTES / 3


def test_typing_is_saved_by_itself_and_either_side_finds_the_other(office: Office, tab: Page) -> None:
    office.review(tab, 2)
    tab.locator("#s5").click()
    expect(tab.locator("#t5")).to_be_focused()
    tab.keyboard.press("e")
    expect(tab.locator("#d5-title")).to_be_focused()
    tab.locator("#d5-title").fill("设立专窗")
    expect(tab.locator("#saved5")).to_have_text("已保存")
    tab.keyboard.press("Escape")
    expect(tab.locator("#t5")).to_be_focused()
    tab.locator("#t5 [data-key=Escape]").click()
    expect(tab.locator("#line5 .gist")).to_have_text("设立专窗")
    tab.locator("#t12 .gist").click()
    expect(tab.locator("#s12")).to_be_in_viewport()
    tab.keyboard.press("?")
    expect(tab.locator("#keys")).to_be_visible()


def test_a_deadline_is_chosen_from_working_days_and_units_by_initials(office: Office, tab: Page) -> None:
    office.review(tab, 2)
    tab.locator("#t3").focus()
    tab.keyboard.press("u")
    expect(tab.locator("#d3-owners")).to_be_focused()
    tab.keyboard.press("Control+a")
    tab.keyboard.type("sga")
    expect(tab.locator("#list3 .unit").first).to_have_text("市公安局")
    tab.locator("#list3 .unit", has_text="市公安局下属全部支部").click()
    expect(tab.locator("#line3 .who")).to_have_text("市公安局第一党支部、市公安局第二党支部")
    tab.locator("#month3 summary").click()
    before = tab.locator("#month3 caption").inner_text()
    tab.get_by_role("link", name="下个月").click()
    expect(tab.locator("#month3 caption")).not_to_have_text(before)
    day = tab.locator("#month3 .day").first
    chosen = day.get_attribute("value")
    day.click()
    expect(tab.locator("#d3-deadline_on")).to_have_value(chosen or "")
    expect(tab.locator("#line3 .due")).to_contain_text("个工作日")


def test_what_was_typed_outlives_a_stale_page_and_a_lost_session(browser: Browser, office: Office) -> None:
    mine, theirs = (
        browser.new_context(locale="zh-CN"),
        browser.new_context(locale="zh-CN", java_script_enabled=False),
    )
    tab, other = mine.new_page(), theirs.new_page()
    office.review(tab, 2)
    tab.locator("#t3").focus()
    tab.keyboard.press("e")
    expect(tab.locator("#d3-title")).to_be_focused()
    office.review(other, 2)
    other.goto(f"{office.address}/deployments/2/?draft=3")
    other.locator("#d3-title").fill("别人的说法")
    other.locator("#t3 .edit .btn", has_text="保存").last.click()
    expect(other.locator("#line3 .gist")).to_have_text("别人的说法")
    tab.locator("#d3-title").fill("我的说法")
    expect(tab.locator("#refused3")).to_contain_text("第 3 项刚才被别人改过")
    expect(tab.locator("#line3 .gist")).to_have_text("别人的说法")
    expect(tab.locator("#d3-title")).to_have_value("我的说法")
    mine.clear_cookies(name="luoshi-session")
    tab.locator("#d3-title").fill("我的说法二")
    expect(tab.locator("#unsaved")).to_be_visible()
    expect(tab.locator("#d3-title")).to_have_value("我的说法二")
    mine.close()
    theirs.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_scrolls_sideways(browser: Browser, office: Office, width: int) -> None:
    context = browser.new_context(locale="zh-CN", viewport={"width": width, "height": 844})
    tab = context.new_page()
    office.review(tab, 3)
    for address in ("", "new/", "3/?draft=3", "2/?draft=3&month=2027-02"):
        tab.goto(f"{office.address}/deployments/{address}")
        tab.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_a_day_and_a_file_are_asked_for_in_the_words_of_the_page(
    browser: Browser, office: Office, *, script: bool
) -> None:
    # The browser is English, the page Chinese.
    context = browser.new_context(locale="en-US", java_script_enabled=script)
    context.add_cookies([{"name": "django_language", "value": "zh-hans", "url": office.address}])
    tab = context.new_page()
    office.review(tab, 3)
    tab.goto(f"{office.address}/deployments/3/?draft=1")
    editor = tab.locator(".editor")
    day = editor.locator("[name=deadline_on]")
    expect(day).to_have_attribute("type", "text" if script else "date")
    if script:
        day.fill("2027年3月1日")
        expect(editor.locator(".said-day")).to_contain_text("2027年3月1日")
        assert editor.locator(".native-day").input_value() == "2027-03-01"
        expect(editor.get_by_role("button", name="选日期")).to_be_visible()
    tab.goto(f"{office.address}/deployments/new/")
    file = tab.locator("#document")
    file.focus()
    expect(file).to_be_focused()
    # Another text each time: the same is registered once.
    text = "一、印发办法。" if script else "一、修订办法。"
    file.set_input_files({"name": "讲话.txt", "mimeType": "text/plain", "buffer": text.encode()})
    if script:
        expect(tab.locator(".file-field")).to_contain_text("讲话.txt")
    tab.locator("#register").click()
    # The review came as a page of its own, with its style sheet, and its script where there is one.
    expect(tab.locator("#bar")).to_contain_text("1 条款")
    assert tab.locator("link[href*='deployments']").count() == 1
    expect(tab.locator("#keys-shown")).to_be_visible(visible=script)
    context.close()
