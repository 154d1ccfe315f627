"""The main loop with JavaScript switched off, from the pasted document to the look-back."""

from datetime import date

import pytest

from world.speeches import two_clauses
from world.visitor import Visit

pytestmark = [pytest.mark.journey, pytest.mark.browser]

TOPIC = "证明清理回头问"
TASK = f"办好{TOPIC}"


def test_the_loop_goes_round_without_a_script(visit: Visit) -> None:
    lin, shen = visit("lin", script=False), visit("shen", script=False)
    lin.goes("/deployments/new/")
    lin.fills("或者粘贴文字", two_clauses(TOPIC, date.today()))  # noqa: DTZ011  # as the server's clock goes
    lin.presses("登记并开始审阅")
    lin.presses("修改")
    lin.fills("办什么", TASK)
    lin.fills("完成标准", "细则印发，五个点位都能办")
    lin.fills("佐证", "印发文件")
    lin.presses("保存并确认")
    lin.reads("1 已成任务")
    lin.opens("这一条无需任务")
    lin.fills("为什么不需要", "回顾成绩")
    lin.presses("注明无需任务")
    lin.presses("交办已确认的 1 件")
    lin.reads("已交办 1 件任务")

    shen.goes("/")
    shen.presses(TASK)
    shen.presses("签收")
    shen.reads("已签收。")
    shen.presses("报结")
    shen.fills("情况", "细则已经印发，五个点位都在办。")
    shen.fills("或写明在哪里能看到", "海数发〔2026〕9号")
    shen.presses("报结", within=".move-form")
    shen.reads("已报结，等待核验。")

    lin.goes(shen.tab.url.removeprefix(lin.site))
    lin.presses("销号")
    lin.fills("情况", "走了五个点位，都能办。")
    lin.presses("销号", within=".move-form")
    lin.reads("已销号。")
    lin.presses("回头看")
    lin.fills("情况", "一个月后再看，没有反弹。")
    lin.presses("回头看", within=".move-form")
    lin.reads("已回头看，没有反弹。", TASK)
