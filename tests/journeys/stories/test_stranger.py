"""A stranger from elsewhere: nothing of this committee is there, and nothing tells that it exists."""

import re

import pytest

from world.visitor import Visit, Visitor

pytestmark = [pytest.mark.journey, pytest.mark.browser]

# Of each pair the first exists and the second does not.
PAIRS = (
    ("/tasks/29/", "/tasks/999999/"),
    ("/tasks/29/reminder/", "/tasks/999999/reminder/"),
    ("/tasks/29/notice/", "/tasks/999999/notice/"),
    ("/deployments/1/", "/deployments/999999/"),
    ("/organizations/1/", "/organizations/999999/"),
    ("/people/1/", "/people/999999/"),
    ("/system/accounts/", "/system/nothing/"),
    ("/system/ledger/", "/system/nothing/"),
)


def _shown(who: Visitor, path: str) -> tuple[int, str]:
    status = who.goes(path)
    return status, re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"', "", who.tab.content())


def test_a_stranger_cannot_tell_what_exists(visit: Visit) -> None:
    ruan = visit("ruan")
    for real, invented in PAIRS:
        shown = _shown(ruan, real)
        assert shown == _shown(ruan, invented), real
        assert shown[0] == 404, real


def test_a_stranger_finds_nothing_by_searching(visit: Visit) -> None:
    ruan = visit("ruan")
    for path in ("/tasks/?side=owner&q=低保", "/tasks/?side=issuer&q=低保", "/organizations/?q=数据局", "/"):
        assert ruan.goes(path) == 200
        ruan.finds_nothing("低保动态核查不及时")
        ruan.finds_nothing("海州市数据局")
