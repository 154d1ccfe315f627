"""A secretary accepts a duty list on a phone, and the next morning finds what fell due; with a script and without."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from luoshi.edge.exchange.calendars import work_calendar
from luoshi.plan.duties.schedule import term_open
from world.databases import installed
from world.signing import PASSWORD
from world.site import COMMAND, serving

pytestmark = [pytest.mark.browser, pytest.mark.journey]
PHONE = 390


@dataclass(frozen=True)
class Branch:
    """A served installation, and who accepts there."""

    address: str
    account: str
    home: Path

    def sign_in(self, tab: Page) -> None:
        tab.goto(f"{self.address}/account/login/")
        tab.locator("[name=login]").fill(self.account)
        tab.locator("[name=password]").fill(PASSWORD)
        tab.locator("main .btn-primary").click()
        expect(tab.locator("h1")).to_have_text("工作台")

    def morning(self) -> str:
        """Sweep, as the timer does every morning, and return what it said."""
        environment = {**os.environ, "LUOSHI_HOME": str(self.home), "DATABASE_URL": "", "LUOSHI_LANG": "zh"}
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        done = subprocess.run(
            [*COMMAND, "sweep"], env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Branch]:
    environment = installed(tmp_path)
    with serving(tmp_path, DATABASE_URL="") as address:
        command = [sys.executable, "-m", "world.duty_seed"]
        seeded = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        yield Branch(address, seeded.stdout.strip(), tmp_path)


# After the last working day of a month nothing of that month falls due any more.
NOTHING_DUE = term_open("month", 0, date.today(), work_calendar(Path("nowhere"))) is None  # noqa: DTZ011  # the day here


@pytest.mark.skipif(NOTHING_DUE, reason="the month has no working day left")
@pytest.mark.parametrize("scripted", [True, False], ids=["with a script", "without one"])
def test_a_holder_accepts_a_duty_list_and_finds_what_falls_due(
    served: Branch, browser: Browser, *, scripted: bool
) -> None:
    context = browser.new_context(
        locale="zh-CN", viewport={"width": PHONE, "height": 844}, java_script_enabled=scripted
    )
    tab = context.new_page()
    served.sign_in(tab)
    tab.get_by_role("link", name="年责任清单").click()
    expect(tab.locator("h1")).to_contain_text("书记")
    assert tab.locator(".chain").count() == 10
    if scripted:
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE
    tab.get_by_role("button", name="签收").click()
    expect(tab.locator(".said")).to_contain_text("已签收。到期的职责会出现在您的待办里。")
    expect(tab.get_by_role("button", name="签收")).to_have_count(0)
    said = served.morning()
    assert said.startswith("责任清单到期立项 "), said
    assert served.morning().startswith("责任清单到期立项 0 件。")
    tab.goto(served.address)
    tab.get_by_role("link", name="召开支委会").first.click()
    expect(tab.locator("main")).to_contain_text("承办中")
    expect(tab.locator("main")).to_contain_text("系统")
    context.close()
