"""The system administrator sees what did not go out, in words, and lets it be tried again."""

import pytest
from django.core.cache import cache

from luoshi.edge.notices.models import Delivery
from luoshi.ground.accounts.models import Office
from world.ground import somebody
from world.letters import seen, texts
from world.loop import cast
from world.mornings import MAIL, TUESDAY, fail_all, write
from world.signing import client_of

pytestmark = pytest.mark.django_db


def test_what_failed_is_listed_with_its_reason_and_can_be_tried_again_once() -> None:
    cache.clear()
    cast().dispatched()
    write(TUESDAY, MAIL)
    [number] = fail_all()
    client = client_of(somebody("高管理"), Office.SYSTEM)
    page = seen(client.get("/system/deliveries/"))
    assert texts(page, "tbody td")[0] == "丙处长"
    assert "没有发出 · 通知规则里已经没有这个渠道" in texts(page, "tbody td")[3]
    assert "印发办法" not in page.text_content()
    address = f"/system/deliveries/{number}/attempt"
    again = client.post(address, follow=True)
    assert "已排队重发" in again.text
    assert Delivery.objects.get().stage == "waiting"
    refused = client.post(address)
    assert refused.status_code == 422
    assert "不必重发" in refused.text


def test_where_all_went_out_the_page_says_where_channels_are_set() -> None:
    cache.clear()
    client = client_of(somebody("高管理"), Office.SYSTEM)
    assert "keys/channels" in client.get("/system/deliveries/").text
