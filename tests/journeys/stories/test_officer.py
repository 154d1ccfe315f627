"""An officer of the committee: a document comes in, is reviewed and dispatched; what is reported is verified."""

from datetime import date

import pytest
from playwright.sync_api import expect

from world.speeches import two_clauses
from world.visitor import Visit

pytestmark = [pytest.mark.journey, pytest.mark.browser]


def test_an_officer_brings_a_document_into_force(visit: Visit) -> None:
    lin = visit("lin")
    lin.presses("部署", within=".rail")
    lin.presses("部署一份文件")
    lin.fills("或者粘贴文字", two_clauses("窗口延时服务", date.today()))  # noqa: DTZ011  # as the server's clock goes
    lin.presses("登记并开始审阅")
    lin.reads("2 条款 · 0 已成任务 · 0 无需任务 · 2 待定")
    lin.presses("全选待定")
    lin.presses("补上建议标准")
    lin.presses("确认")
    lin.reads("1 已成任务")
    lin.opens("这一条无需任务")
    lin.fills("为什么不需要", "回顾成绩")
    lin.presses("注明无需任务")
    lin.reads("2 条款 · 1 已成任务 · 1 无需任务 · 0 待定")
    lin.presses("交办已确认的 1 件")
    expect(lin.tab.locator(".said")).to_contain_text("已交办 1 件任务")
    lin.goes("/tasks/?side=issuer&q=窗口延时服务")
    lin.reads("市数据局", "待签收")


def test_an_officer_verifies_what_was_reported(visit: Visit) -> None:
    lin = visit("lin")
    lin.presses("解决退役军人窗口排长队")
    lin.reads("叫号系统统计", "下一步")
    lin.presses("销号")
    lin.fills("情况", "调了一周的叫号记录，平均等候十二分钟。")
    lin.presses("销号", within=".move-form")
    lin.reads("已销号。", "调了一周的叫号记录，平均等候十二分钟。")
    lin.goes("/")
    expect(
        lin.tab.locator(".desk li", has_text="解决退役军人窗口排长队").get_by_role("link", name="核验")
    ).to_have_count(0)
