"""Takes the pictures of docs/screenshots of the demo's city on its fixed day, and writes the page that shows them.

With names, only those: ``python tools/screenshots.py review officer-desk``.
"""

import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from frozen_city import served
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
SHELF = HERE.parent / "docs" / "screenshots"
PASSWORD = "haizhou-luoshi"  # noqa: S105  # the demo prints it
PAGES = {
    "README.md": (
        "en",
        "What it looks like",
        "The demo's invented city on one fixed day, taken by `make screenshots`. [中文](README.zh-CN.md)",
    ),
    "README.zh-CN.md": (
        "zh",
        "界面一览",
        "示范城市（虚构）固定一天的样子，由 `make screenshots` 截取。[English](README.md)",
    ),
}
SCREENS = {"wide": (1440, 900), "phone": (390, 844)}
# More colours than an eye tells apart on a page, and a quarter of the bytes.
COLOURS = 192
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-color-profile=srgb"]


@dataclass(frozen=True)
class Picture:
    """One page as one role sees it, on one or both screens."""

    name: str
    address: str
    zh: str
    en: str
    account: str
    wide: bool = True
    phone: bool = False
    how: dict[str, bool] = field(default_factory=dict)

    def files(self) -> Iterator[tuple[str, str]]:
        """Give each screen on which it is taken, and the file it becomes."""
        for screen in SCREENS:
            if getattr(self, screen):
                yield screen, f"{self.name}{'-phone' if screen == 'phone' else ''}.png"


def pictures() -> list[tuple[dict[str, Any], list[Picture]]]:
    """Return every role with its pictures, as ``screenshots.toml`` has them."""
    roles = tomllib.loads((HERE / "screenshots.toml").read_text(encoding="utf-8"))["role"]
    return [(role, [_picture(role["account"], dict(each)) for each in role["picture"]]) for role in roles]


def _picture(account: str, told: dict[str, Any]) -> Picture:
    how: dict[str, bool] = {name: told.pop(name) for name in ("dark", "large", "english") if name in told}
    return Picture(account=account, how=how, **told)


def _opened(browser: Browser, site: str, picture: Picture, screen: str) -> Page:
    """Open a tab as the picture's role, on its screen and in its manner."""
    width, height = SCREENS[screen]
    context = browser.new_context(
        locale="en-GB" if picture.how.get("english") else "zh-CN",
        viewport={"width": width, "height": height},
        color_scheme="dark" if picture.how.get("dark") else "light",
        device_scale_factor=2 if screen == "phone" else 1,
    )
    if picture.how.get("large"):
        context.add_cookies([{"name": "luoshi-text", "value": "large", "url": site}])
    tab = context.new_page()
    if picture.account:
        tab.goto(f"{site}/account/login/")
        tab.fill("[name=login]", picture.account)
        tab.fill("[name=password]", PASSWORD)
        tab.click("main .btn-primary")
        tab.wait_for_url(lambda address: "/login/" not in address)
    if picture.how.get("english"):
        tab.click("[name=language][value=en]")
    return tab


def _take(browser: Browser, site: str, picture: Picture, screen: str, target: Path) -> None:
    tab = _opened(browser, site, picture, screen)
    tab.goto(f"{site}{picture.address}")
    tab.wait_for_load_state("networkidle")
    taken = Image.open(BytesIO(tab.screenshot())).convert("RGB")
    tab.context.close()
    taken.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)


def page(language: str, title: str, lead: str) -> str:
    """Return the page that shows the pictures by role, in that language."""
    lines = [f"# {title}", "", lead, ""]
    for role, taken in pictures():
        lines += [f"## {role[language]}", ""]
        for each in taken:
            caption = getattr(each, language)
            lines += [
                caption,
                "",
                " ".join(_shown(file, screen, caption) for screen, file in each.files()),
                "",
            ]
    return "\n".join(lines)


def _shown(file: str, screen: str, caption: str) -> str:
    return f'<img src="{file}" width="{195 if screen == "phone" else 620}" alt="{caption}">'


def main() -> None:
    """Seed, take, write."""
    wanted = set(sys.argv[1:])
    SHELF.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp())
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    for name, (language, title, lead) in PAGES.items():
        (SHELF / name).write_text(page(language, title, lead), encoding="utf-8")
    with served(home / "luoshi") as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for _role, taken in pictures():
            for each in taken:
                for screen, file in each.files():
                    if not wanted or each.name in wanted:
                        _take(browser, site, each, screen, SHELF / file)
                        print(file)
        browser.close()
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
