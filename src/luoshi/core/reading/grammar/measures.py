"""How often and how much: frequencies with the period they count, quantities with their unit."""

from luoshi.core.reading.grammar.rule import Rule

_TIMES = r"(?:(?:至少|不少于|不低于|原则上)?[^，。；]{0,6}?(?:\d+|[一二两三四五六])次)?"
_NOT_A_LIST = (
    r"(?!(?:度|的)?(?:重点)?[\u4e00-\u9fff]{0,4}(?:清单|奖励|补助|补贴|给予|投入|\d+(?:\.\d+)?[万亿]?元))"
)


def _every(name: str, word: str, means: str, holds: tuple[str, ...], fails: tuple[str, ...] = ()) -> Rule:
    reason = f"A rhythm counted by {means}; money a year and names of lists are none."
    return Rule(name, rf"每{word}{_NOT_A_LIST}{_TIMES}", reason, holds, fails, means)


FREQUENCIES: tuple[Rule, ...] = (
    _every("half-yearly", "半年", "half_year", ("每半年听取一次汇报", "每半年至少研究1次")),
    _every("yearly", "(?:年|年度)(?!级)", "year", ("每年开展一次评议",), ("每年给予补助", "每年600元")),
    _every("quarterly", "(?:个)?季度?(?!节)", "quarter", ("每季度召开一次党员大会", "每季通报")),
    _every("fortnightly", "半(?:个)?月", "half_month", ("每半月报送一次",)),
    _every("every two months", "(?:两|2)个?月", "two_months", ("每两个月调度一次",)),
    _every("monthly", "(?:个)?月", "month", ("每月开展主题党日", "每个月报告一次"), ("每月重点工作清单",)),
    _every("weekly", "(?:个)?(?:周|星期)", "week", ("每周调度",)),
    _every("daily", "[日天]", "day", ("每日报告", "每天巡查"), ("每个党员",)),
    _every("per term", "(?:个)?学期", "term", ("每学期组织一次",)),
    Rule(
        "by the period",
        r"按[年季月周日](?:度)?(?:通报|调度|报送|报告|汇报|公开|督查|考核|推进|开展)",
        "按月通报 is as good as 每月.",
        ("按月通报进展", "按季度调度"),
        ("按年龄分组",),
        "",
    ),
    Rule(
        "now and then",
        r"经常(?:性地?)?(?=[^费化性监]|$)|不?定期(?=[^存]|$)|常态化(?=[^、的疫督，]|$)|重要时间节点|及时(?!性|、|，?有效性|雨)",
        "A rhythm that names no period.",
        ("经常开展谈心谈话", "定期分析研判", "常态化开展督查"),
        ("提高及时性", "经常费用"),
        "",
    ),
)

QUANTITIES: tuple[Rule, ...] = (
    Rule(
        "share",
        r"(?:不低于|不少于|超过|达到|高于|力争)?\d+(?:\.\d+)?%(?:以上|以内|左右)?",
        "A rate to reach.",
        ("实现100%的支部达标", "满意率达到95%以上"),
        ("100元",),
    ),
    Rule(
        "count",
        r"(?:不低于|不少于|至少|超过|达到|新增|累计)?(?<![\d.年月第〕）])\d+(?:\.\d+)?(?:万|亿|千|百|余)?(?:多|余)?"
        r"(?:个|名|家|次|项|人次|人|户|所|座|台|套|场|篇|件|万元|亿元|元|公里|平方米|亩|吨|学时|课时|小时|天|类|批|处|条|份|门|支|册|只|头)(?!工作日|月)(?![之以]?内)(?:以上|以内|左右)?",
        "A number of things to do, to build, to reach.",
        ("新增5个示范点", "培训不少于32学时", "走访120户"),
        ("2026年3月", "第3次会议"),
    ),
)
