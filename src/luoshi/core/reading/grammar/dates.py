"""How documents say by when. ``means`` is the deadline type; patterns use named groups that
:mod:`luoshi.core.reading.deadlines` resolves to a day: ``year``, ``month``, ``day``, ``quarter``.
"""

from luoshi.core.reading.grammar.rule import Rule

YEAR = r"(?:(?<!\d)(?:20\d\d|[12]\d(?=年\d{1,2}月底))(?:学)?年|今年|明年|当年|本年度?|次年|年)"
_MONTH = r"(?:(?<!\d)(?:1[0-2]|0?[1-9])|(?<![一二三四五六七八九十第])(?:十[一二]?|[一二三四五六七八九]))月份?"
_DAY = r"(?:[0-3]?\d日|[一二三四五六七八九十]{1,3}日|[上中下]旬|底|末|初)"
_EVENT = r"(?:寒假|暑假|开学|放假|学期结束|春节|国庆节?|元旦|中秋节?|五一|七一|“七一”|清明|汛期|换届)"
_BEFORE = r"(?:之?前|以前)"
_DONE = r"(?:基本|全面|全部)?(?:完成|建成|办结|到位|取得|实现|达到|形成|上线|启动)"

IN_TEXT: tuple[Rule, ...] = (
    Rule(
        "before a month",
        rf"(?:到|至|于|在)?(?:(?<!\d)20\d\d年|今年|明年|当年)?{_MONTH}(?:{_DAY})?{_BEFORE}",
        "By a month or day: the commonest deadline of all.",
        ("2026年6月底前建成", "9月底前办结", "3月15日前报送", "十月底前换届", "六月十五日前"),
        ("前6月完成", "疫情前"),
        "before",
    ),
    Rule(
        "before the end of the year",
        rf"(?:(?:到|至|于|在)?(?:(?<!\d)20\d\d年|今年|明年|当年|本年度)(?:年)?[底末初内]{_BEFORE}?|(?<![\d每去往半学全])年(?:[底末初]{_BEFORE}|[底末内](?=完成|建成|实现|出台|达到)))",
        "年底前; digits in front that are no year are scanning damage and give none.",
        ("2026年底前出台", "年底前实现全覆盖", "到2027年年底建成", "年内完成"),
        ("0400年底前", "去年底", "考核仅靠年底"),
        "before",
    ),
    Rule(
        "end of a month",
        rf"(?:到|至|于|在)?(?:(?<!\d)20\d\d年|今年|明年)?{_MONTH}(?:底|末)(?=[^前]|$)",
        "到9月底 without 前.",
        ("到9月底完成", "2026年8月底，全面推开"),
        ("9月底前",),
        "before",
    ),
    Rule(
        "half or quarter",
        rf"(?:到|至|于|在)?(?:(?<!\d)20\d\d年|今年)?(?:[上下]半年|第?[一二三四1-4]季度)(?:[底末内])?{_BEFORE}",
        "By the end of a quarter or a half.",
        ("一季度末前", "上半年前完成", "今年三季度前"),
        ("上半年工作",),
        "before",
    ),
    Rule(
        "before an event",
        rf"{_EVENT}{_BEFORE}",
        "Schools and offices count from holidays; no day follows from it without a calendar.",
        ("寒假前完成", "国庆节前"),
        ("节日期间",),
        "before",
    ),
    Rule(
        "by a year",
        r"(?:到|至)(?<!\d)20\d\d年(?![\d年底末初]|[1-9]月)",
        "到2027年: the horizon of a target.",
        ("到2027年，建成",),
        ("2027年工作", "到2027年底"),
        "year_target",
    ),
)

SPOKEN: tuple[Rule, ...] = (
    Rule(
        "within a span",
        r"[一两二三四五半\d]{1,3}(?:年|个月|周|天|日|个?工作日|小时)(?:左右)?的?(?:时间|内|之内|以内)",
        "A speaker gives himself time, 用两年时间, or somebody else, 10个工作日内.",
        ("用两年时间走访一遍", "三个月内办结", "10个工作日内必须答复", "在15日内报送方案"),
        ("两年来", "工作日内容"),
        "period",
    ),
    Rule(
        "by a day near at hand",
        rf"(?:[本下这]周[一二三四五六日天末]?|[本下]月(?:\d{{1,2}}日|[上中下]旬)?[底末]?|本季度[底末]?|[会节]){_BEFORE}(?=，|$|[^，。]{{0,6}}(?:[把将]|完成|报|办|上交|到位))",
        "本周五前: a day that only the meeting's own date tells.",
        ("本周五前将方案报工委", "请于下周一前报送", "本月底前完成"),
        ("会前我们调研", "月底"),
        "before",
    ),
    Rule(
        "this year",
        r"(?:今年|上半年|下半年)(?!以来|年初|第)(?=[^。，；]{0,10}(?:要|将|力争|确保|必须|还需|实现|完成)|，[^，。]{0,8}(?:要|将))",
        "今年要: a target of the speech's year.",
        ("今年要实现全覆盖",),
        ("今年以来",),
        "year_target",
    ),
)

_SOLE_MONTHS = r"(?:(?:20\d\d年)?\d{1,2}(?:月份?)?(?:[上中下]旬|底|初|\d{1,2}日)?(?:至|-|到)(?:20\d\d年)?\d{1,2}月份?(?:底|[上中下]旬|\d{1,2}日)?)"

IN_CELL: tuple[Rule, ...] = (
    Rule(
        "months from to",
        _SOLE_MONTHS + rf"(?:[/、，]{_SOLE_MONTHS})*",
        "3-4月, 1月至4月, 5月—12月 in plans by month.",
        ("3-4月", "5月-12月", "1月至4月", "4月-6月/9月-11月"),
        ("3月",),
        "period",
    ),
    Rule(
        "one month",
        rf"(?:20\d\d年)?{_MONTH}(?:[上中下]旬)?(?:完成|启动|举行)?",
        "The month in which it happens.",
        ("9月", "2026年5月上旬", "12月份"),
        ("个月",),
        "period",
    ),
    Rule(
        "all year",
        r"全年|常年|全年度|全学年|年度|整年",
        "All the time, in a plan for a year.",
        ("全年",),
        ("每年",),
        "ongoing",
    ),
    Rule(
        "standing",
        r"(?:长期|持续|常态化?|按进度|按计划|按要求|按时序|适时|不断|立即|即时|实时|随时|逐步|滚动)(?:性)?(?:坚持|推进|优化|开展|实施|落实|进行|完善|执行|整改|深化|抓好|推动|更新|保持)?|待定|立行立改|即知即改|日常|经常性?|不定期",
        "持续推进: no day at all.",
        ("持续推进", "长期坚持", "按进度推进", "待定"),
        ("推进会",),
        "ongoing",
    ),
    Rule(
        "time and again",
        r"每(?:半年|年|季度?|半?月|周|日|天|学期|学年|两月|旬)(?:底|末|初)?(?:\d+次|[一二两三四]次|前)?",
        "A rhythm instead of a day.",
        ("每月", "每季度一次", "每学期"),
        ("每名党员",),
        "frequency",
    ),
)

STEP = Rule(
    "step of a schedule",
    rf"(?:^|(?<=[ ；，]))(?P<when>{_SOLE_MONTHS}|\d{{1,2}}月份?|全年|[上下]半年|[一二三四]季度)\s*[：，]?\s*(?=[^底前中上下旬])",
    "A cell that goes through the year month by month.",
    ("3月：调研 4月：起草", "5-12月 试运行", "全年 做好提醒"),
    ("2026年3月底前",),
)
