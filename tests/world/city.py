"""The demo's city on the real server, and whoever signs in there."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from luoshi.edge.demo.content import password

from .site import COMMAND, serving


@contextmanager
def lived_in(home: Path) -> Iterator[str]:
    """Seed the demo's city into the directory, serve it, and give the address of the site."""
    settings = {**os.environ, "LUOSHI_HOME": str(home), "DATABASE_URL": "", "LUOSHI_LANG": "zh"}
    for name in ("DJANGO_SETTINGS_MODULE", "LUOSHI_SECRET_KEY"):
        settings.pop(name, None)
    subprocess.run([*COMMAND, "demo", "--no-serve"], env=settings, check=True, capture_output=True)
    with serving(home, DATABASE_URL="") as address:
        yield address


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site that holds the demo's city, shared by every test that leaves it as it was."""
    with lived_in(tmp_path_factory.mktemp("city")) as address:
        yield address


def enter(
    browser: Browser, site: str, account: str, *, width: int = 1440, script: bool = True
) -> BrowserContext:
    """Sign one of the cast in, on a screen of that width, and return the browser's context."""
    context = browser.new_context(
        locale="zh-CN", viewport={"width": width, "height": 900}, java_script_enabled=script
    )
    tab = context.new_page()
    sign_in(tab, site, account)
    tab.close()
    return context


def sign_in(tab: Page, site: str, account: str) -> None:
    """Type the account and the demo's password."""
    tab.goto(f"{site}/account/login/")
    tab.fill("[name=login]", account)
    tab.fill("[name=password]", password())
    tab.click("main button.btn-primary")
    tab.wait_for_url(lambda address: "/login/" not in address)
