"""What people call what the reader found; Chinese messages for whoever shows a reading."""

from collections.abc import Callable

from luoshi.core.formats import N_
from luoshi.core.reading import Remark

KINDS = {
    "speech": N_("讲话"),
    "plan": N_("方案、计划、意见"),
    "division": N_("任务分工"),
    "notice": N_("通知、通报"),
    "other": N_("其他文件"),
}
STANCES = {
    "commitment": N_("部署要求"),
    "practice": N_("坚持做法"),
    "past": N_("已完成的表述"),
    "quotation": N_("引用的要求"),
}
STRENGTHS = {"core": N_("可核验"), "soft": N_("原则性要求")}


def remark_in_words(remark: Remark, say: Callable[[str], str]) -> str:
    """A remark of the reader as one sentence in the language that ``say`` speaks."""
    return say(remark.sentence).format_map(remark.facts)
