"""What a hearing is proposed to go through, from what the records say. In Chinese, because the paper is."""

from typing import Any

from luoshi.core.periods import Period

HALVES = {"H1": "上半年", "H2": "下半年"}
QUARTERS = {"Q1": "第一季度", "Q2": "第二季度", "Q3": "第三季度", "Q4": "第四季度"}


def period_words(key: str) -> str:
    """Return how papers call a period: 2026年上半年, 2026年第三季度, 2026年9月, 2026年."""
    year, _dash, part = key.partition("-")
    named = {**HALVES, **QUARTERS}.get(part) or (f"{int(part)}月" if part else "")
    return f"{year}年{named}"


def proposed(period: Period, figures: dict[str, Any]) -> list[str]:
    """Return the items of the agenda; one that nothing is known about is left out."""
    duties, tasks, requests = figures["duties"], figures["tasks"], figures["requests"]
    missing = duties["posts"] - duties["listed"]
    items = [f"听取{period_words(period.key)}党建责任落实情况汇报"]
    if duties["listed"]:
        items.append(f"责任清单履行情况：{duties['listed']}个岗位有清单，{duties['unaccepted']}个还没有签收")
    if missing or duties["vacant"]:
        items.append(f"责任缺位：{missing}个岗位没有清单，{duties['vacant']}个岗位空缺")
    if missed := figures["owed"]["missed"]:
        items.append(f"应尽事项{missed}项没有落实：哪些组织、什么原因、何时补上")
    if tasks["late"]:
        items.append(f"逾期任务{tasks['late']}件：原因、措施和办结时间")
    if tasks["relapsed"]:
        items.append(f"反弹重办任务{tasks['relapsed']}件：为什么没有根治")
    if figures["docket"]:
        items.append(f"领导督办事项{figures['docket']}件进展")
    if requests["open"]:
        items.append(f"没有答复的请示{requests['open']}件，其中逾期{requests['overdue']}件")
    items.append("议定下一步工作")
    return items
