"""A leader with one minute: what is late, why, and a word to whoever has it."""

import pytest
from playwright.sync_api import expect

from world.visitor import Visit

pytestmark = [pytest.mark.journey, pytest.mark.browser]


def test_a_leader_sees_what_is_late_and_urges(visit: Visit) -> None:
    tang = visit("tang")
    late = tang.tab.locator(".desk section", has_text="我管的逾期")
    expect(late.locator("li").first).to_contain_text("逾期")
    tang.acts += 1
    late.get_by_role("link", name="老旧小区加装电梯审批堵点").click()
    tang.reads("市自然资源局", "已过", "办理经过")
    tang.opens("更多")
    tang.presses("催办")
    tang.fills("情况", "群众等着用，本周说清卡在哪里。")
    tang.presses("催办", within=".move-form")
    tang.reads("已催办。", "群众等着用，本周说清卡在哪里。")
    assert tang.acts <= 5
