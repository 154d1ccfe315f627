"""What the reader has to say about a document as a whole: its conventions, and what to be careful with."""

from luoshi.core.reading.model import Remark


def N_(sentence: str) -> str:
    """Mark a literal as a message for translation; it is returned as it is."""
    return sentence


FIRST_LEADS = Remark("first listed unit leads", N_("文件约定：列在第一位的单位牵头。"))
NO_TASKS = Remark("no task found", N_("没有读到任务：请确认这是部署类文件，或换一份文字版。"))


def default_unit(unit: str) -> Remark:
    """One unit answers wherever none is named."""
    return Remark(
        "{unit} is responsible where no unit is named",
        N_("文件约定：未注明单位的任务由{unit}负责。"),
        {"unit": unit},
    )


def damaged_years(years: list[str]) -> Remark:
    """Scanning has mangled years; no day was computed from them."""
    told = "、".join(dict.fromkeys(years))
    return Remark(
        "years damaged by scanning: {years}", N_("年份疑似扫描错误，未据此推算日期：{years}"), {"years": told}
    )


def merged(count: int) -> Remark:
    """The running text repeats the table word for word; what it repeats is listed once."""
    return Remark(
        "merged with the task table: {count}",
        N_("正文与任务表逐字重复、已合并 {count} 条。"),
        {"count": str(count)},
    )
