"""The numbering styles of official documents, GB/T 9704-2012 §7.3.3 and what people write besides.

``means`` is the rank the style has among the fixed ones (1 highest); an empty one takes its
rank from where it stands. The first group of each pattern is the numeral.
"""

from luoshi.core.reading.grammar.rule import Rule

_CN = "[一二三四五六七八九十百]"

# What a marker can begin with: one look at a character spares trying every rule at every stop.
BEGINS = r"[第一二三四五六七八九十百（\d①-⑳行任工专措举步-]"

MARKERS: tuple[Rule, ...] = (
    Rule(
        "part",
        rf"(第{_CN}{{1,4}}(?:部分|[篇章]))[ 、：，]{{0,3}}",
        "Long plans count parts and chapters.",
        ("第三章 工作机制", "第一部分：总体要求"),
        ("第一书记要常驻",),
        "0",
    ),
    Rule(
        "section",
        rf"(第{_CN}{{1,3}}节)[ 、：，]{{0,3}}",
        "Sections stand under chapters.",
        ("第二节 督查程序",),
        ("第二季度",),
        "0.3",
    ),
    Rule(
        "article",
        rf"(第{_CN}{{1,4}}条)(?!件|例)[ 、：，]{{0,3}}",
        "Rules count articles through all their chapters.",
        ("第十六条 各单位应当",),
        ("第一条件",),
        "0.6",
    ),
    Rule(
        "ordinal",
        rf"(第{_CN}{{1,2}})[，、：]\s*",
        "Speakers count their points 第一、第二.",
        ("第一、把准方向", "第二，压实责任"),
        ("第一时间报告", "第一批、第二批"),
    ),
    Rule(
        "chinese",
        rf"({_CN}{{1,3}}) ?[、.] ?",
        "First level of every official document.",
        ("一、总体要求", "十一、组织保障", "三 、工作要求"),
        ("一季度、二季度",),
        "1",
    ),
    Rule(
        "named",
        rf"((?:行动|任务|工程|专项|措施|举措|步骤){_CN}{{1,2}})[ ：、，]\s*",
        "Action plans count their actions 行动一, 行动二.",
        ("行动一：强化督查", "任务二 建立台账"),
        ("任务一定要完成",),
    ),
    Rule(
        "bracketed",
        rf"（({_CN}{{1,3}})）[、.]?\s*",
        "Second level of every official document.",
        ("（二）压实责任", "（十二）完善机制"),
        ("（试行）",),
        "2",
    ),
    Rule(
        "arabic",
        r"(\d{1,3}) ?(?:[.、](?=20\d\d年)|[.](?!\d)|、) ?",
        "Third level; a date may follow at once, as in 1.2021年6月底前.",
        ("1.健全制度", "3.2026年底前建成", "12、开展培训"),
        ("1.5万元", "3.14"),
        "3",
    ),
    Rule(
        "arabic_bracketed",
        r"（(\d{1,3})）\s*",
        "Fourth level of every official document.",
        ("（1）摸清底数",),
        ("（2024年）",),
        "4",
    ),
    Rule(
        "circled",
        r"([①-⑳])\s*",
        "Fifth level where people need one.",
        ("①建立台账",),
        ("（1）",),
        "5",
    ),
    Rule(
        "arabic_half",
        r"(?<![\d（])(\d{1,2})）\s*",
        "Half a bracket, from hurried typing.",
        ("1）核对名单",),
        ("（1）核对",),
        "4",
    ),
    Rule(
        "is",
        rf"({_CN}{{1,2}}是)[：，]?",
        "一是…二是… inside a paragraph or at the head of one.",
        ("一是抓实学习", "十是做好保障"),
        ("一般是",),
    ),
    Rule(
        "must",
        rf"({_CN}{{1,2}}要)",
        "一要…二要… in speeches.",
        ("一要提高站位",),
        ("一定要",),
    ),
    Rule(
        "drum",
        rf"({_CN}{{1,2}}[抓看查促强转讲严靠治])",
        "一抓…二抓…: the same verb beaten like a drum.",
        ("一抓组织领导", "三看实际成效"),
        ("一贯",),
    ),
    Rule(
        "dash",
        r"(--)(?=[^，。\n]{4,30}。[^\n])",
        "——责任更加压实。 opens one of several parts; a dash alone on its line is a subtitle.",
        ("--责任压得更实。各支部", "--基础抓得更牢。建立台账"),
        ("--在推进会上的讲话",),
    ),
)
