"""From a temporary password to a passkey, in a real Chromium with an authenticator of its own."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from world.databases import installed
from world.identity import CLIENT, SECRET, vouching
from world.signing import PASSWORD
from world.site import COMMAND, serving

pytestmark = [pytest.mark.journey, pytest.mark.browser]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Serve a site with one system administrator; give its address and the temporary password."""
    home = tmp_path_factory.mktemp("home")
    installed(home)
    with serving(home, DATABASE_URL="") as address:
        yield address.replace("127.0.0.1", "localhost"), _opened(home)


@pytest.fixture(scope="module")
def trusting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site that trusts a provider, which vouches for its administrator; give its address."""
    home = tmp_path_factory.mktemp("trusting")
    installed(home)
    (home / "secret").write_text(SECRET, encoding="utf-8")
    with vouching(sub="77", preferred_username="admin") as provider:
        trust = {"URL": provider.address, "CLIENT": CLIENT, "SECRET_FILE": str(home / "secret")}
        said = {f"LUOSHI_OIDC_{name}": value for name, value in trust.items()}
        with serving(home, DATABASE_URL="", **said) as address:
            _opened(home)
            yield address.replace("127.0.0.1", "localhost")


def _opened(home: Path) -> str:
    def luoshi(*words: str) -> str:
        environment = {"LUOSHI_HOME": str(home), "LUOSHI_LANG": "zh", "PATH": "/usr/bin:/bin"}
        return subprocess.run(
            [*COMMAND, *words], env=environment, check=True, capture_output=True, text=True
        ).stdout

    luoshi("register", "admin", "高管理")
    found = re.search(
        r"[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}", luoshi("open-account", "admin", "--office", "system")
    )
    assert found is not None
    return found[0]


@pytest.fixture
def keyed(tab: Page) -> Page:
    """Give a tab whose device has an authenticator with a fingerprint that always fits."""
    devices = tab.context.new_cdp_session(tab)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return tab


def _sign_in(tab: Page, site: str, password: str) -> None:
    tab.goto(f"{site}/account/login/")
    tab.get_by_label("账号").fill("admin")
    tab.get_by_label("密码").fill(password)
    tab.get_by_role("button", name="登录", exact=True).click()


def test_the_identity_provider_lets_in_who_has_an_account_there(tab: Page, trusting: str) -> None:
    tab.goto(f"{trusting}/system/accounts/")
    tab.get_by_role("button", name="用统一身份认证登录").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("账号")
    tab.get_by_role("link", name="备份", exact=True).click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("备份")


def test_from_a_temporary_password_to_a_passkey(keyed: Page, kept: tuple[str, str]) -> None:
    site, temporary = kept
    _sign_in(keyed, site, temporary)
    expect(keyed.get_by_role("heading", level=1)).to_have_text("修改密码")
    keyed.get_by_label("现在的密码").fill(temporary)
    keyed.get_by_label("新密码", exact=True).fill(PASSWORD)
    keyed.get_by_label("再输一遍新密码").fill(PASSWORD)
    keyed.get_by_role("button", name="换成新密码").click()
    keyed.goto(f"{site}/system/accounts/")
    expect(keyed.get_by_role("heading", level=1)).to_have_text("第二重验证")

    keyed.get_by_role("link", name="启用动态口令").click()
    keyed.get_by_label("密码").fill(PASSWORD)
    keyed.get_by_role("button", name="继续").click()
    drawn = keyed.get_by_role("img", name=re.compile("二维码"))
    assert drawn.evaluate("image => image.complete && image.naturalWidth > 50")

    keyed.get_by_role("link", name="返回").click()
    keyed.get_by_role("link", name="添加通行密钥").click()
    keyed.get_by_label("以后可以不输密码，只用它登录").check()
    keyed.get_by_role("button", name="添加").click()
    expect(keyed.get_by_role("heading", level=1)).to_have_text("恢复码")
    expect(keyed.get_by_text("通行密钥已添加，下次可以用它登录。")).to_be_visible()
    expect(keyed.locator(".codes li")).to_have_count(10)

    keyed.goto(f"{site}/account/")
    keyed.locator("#content > form").get_by_role("button", name="退出登录").click()
    keyed.get_by_role("button", name="用通行密钥登录").click()
    expect(keyed.get_by_role("heading", level=1)).to_have_text("账号")
    expect(keyed).to_have_url(f"{site}/system/accounts/")

    keyed.goto(f"{site}/account/")
    keyed.locator("#content > form").get_by_role("button", name="退出登录").click()
    _sign_in(keyed, site, PASSWORD)
    expect(keyed.get_by_role("heading", level=1)).to_have_text("第二重验证")
    keyed.get_by_role("button", name="改用通行密钥").click()
    expect(keyed).to_have_url(f"{site}/system/accounts/")


def test_without_a_script_nothing_offers_what_cannot_work(browser: Browser, kept: tuple[str, str]) -> None:
    context = browser.new_context(locale="zh-CN", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{kept[0]}/account/login/")
    expect(page.get_by_role("button", name="用通行密钥登录")).to_be_hidden()
    expect(page.get_by_role("button", name="登录", exact=True)).to_be_visible()
    context.close()
