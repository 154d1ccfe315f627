"""The demo's city on the real server, and whoever signs in there."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from luoshi.edge.demo.content import password

from .site import COMMAND, serving

Colours = Literal["light", "dark"]


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a data directory with the demo's city, to be copied and left as it is."""
    home = tmp_path_factory.mktemp("seeded") / "home"
    settings = {**os.environ, "LUOSHI_HOME": str(home), "DATABASE_URL": "", "LUOSHI_LANG": "zh"}
    for name in ("DJANGO_SETTINGS_MODULE", "LUOSHI_SECRET_KEY"):
        settings.pop(name, None)
    subprocess.run([*COMMAND, "demo", "--no-serve"], env=settings, check=True, capture_output=True)
    return home


@pytest.fixture(scope="session")
def city(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a site that holds the demo's city, shared by every test that leaves it as it was."""
    yield from _copied(seeded, tmp_path_factory)


@pytest.fixture(scope="session")
def lived_city(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of another such site, shared by stories, of which each has tasks of its own."""
    yield from _copied(seeded, tmp_path_factory)


def _copied(seeded: Path, folders: pytest.TempPathFactory) -> Iterator[str]:
    home = folders.mktemp("city") / "home"
    shutil.copytree(seeded, home)
    with serving(home, DATABASE_URL="") as address:
        yield address


def enter(
    browser: Browser,
    site: str,
    account: str,
    *,
    width: int = 1440,
    script: bool = True,
    colours: Colours = "light",
) -> BrowserContext:
    """Sign one of the cast in, or nobody, on a screen of that width, and return the browser's context."""
    context = browser.new_context(
        locale="zh-CN",
        viewport={"width": width, "height": 900},
        java_script_enabled=script,
        color_scheme=colours,
    )
    if not account:
        return context
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
