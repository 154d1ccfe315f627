"""Somebody of the demo's city at their browser: what they press, fill in and read; every act is counted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .city import sign_in

# Milliseconds; what does not come by then does not come.
PATIENCE = 10_000


class Visitor:
    """One person 来访者 in one tab. ``acts`` counts presses and fields filled, since signing in."""

    def __init__(self, tab: Page, site: str) -> None:
        """Take the tab, and the site it shows."""
        self.tab, self.site, self.acts = tab, site, 0
        self.content = tab.locator("#content")

    def goes(self, path: str) -> int:
        """Type an address, and return the server's status."""
        answer = self.tab.goto(f"{self.site}{path}")
        assert answer is not None
        return answer.status

    def presses(self, name: str, within: str = "#content") -> None:
        """Press the first button or link of exactly that name."""
        self.acts += 1
        place = self.tab.locator(within)
        named = place.get_by_role("button", name=name, exact=True).or_(
            place.get_by_role("link", name=name, exact=True)
        )
        named.first.click()

    def opens(self, words: str) -> None:
        """Press what opens, in which these words stand."""
        self.acts += 1
        self.content.locator("summary", has_text=words).first.click()

    def fills(self, label: str, words: str) -> None:
        """Put words into the field of that label."""
        self.acts += 1
        self._field(label).fill(words)

    def brings(self, label: str, file: Path) -> None:
        """Choose a file in the field of that label."""
        self.acts += 1
        self._field(label).set_input_files(file)

    def _field(self, label: str) -> Locator:
        return self.content.get_by_label(label, exact=True).locator("visible=true").first

    def reads(self, *words: str) -> None:
        """Hold the page to showing all of these words."""
        for each in words:
            expect(self.content).to_contain_text(each)

    def finds_nothing(self, words: str) -> None:
        """Hold the whole page to these words not standing on it."""
        expect(self.tab.locator("body")).not_to_contain_text(words)


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, lived_city: str) -> Iterator[Visit]:
    """Give a function from an account to somebody who has signed in; an error in any console fails the test."""
    complaints: list[str] = []
    opened = []

    def enter(account: str, *, width: int = 1440, script: bool = True, touch: bool = False) -> Visitor:
        context = browser.new_context(
            locale="zh-CN",
            viewport={"width": width, "height": 844},
            java_script_enabled=script,
            has_touch=touch,
            is_mobile=touch,
        )
        context.set_default_timeout(PATIENCE)
        opened.append(context)
        tab = context.new_page()
        # A page that is refused or not there is told of by Chromium as an error of its own.
        tab.on(
            "console",
            lambda said: (
                complaints.append(said.text)
                if said.type == "error" and "status of 4" not in said.text
                else None
            ),
        )
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        if account:
            sign_in(tab, lived_city, account)
        return Visitor(tab, lived_city)

    yield enter
    for context in opened:
        context.close()
    assert complaints == []
