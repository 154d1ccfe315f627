"""Whose words a sentence holds and when: asked, done already, quoted, or merely explained."""

from luoshi.core.reading.grammar.rule import Rule, words

_SOURCE = words(
    "总书记 书记 党中央 中央 省委 市委 县委 区委 党章 条例 准则 大会 全会 会议 决定 意见 规定 通知 文件 同志 "
    "领导 省长 市长 县长 主席 总理 部长 思想 二十大 十九大 纪委 上级 办法 报告 讲话"
)
_SAYING = "指出|强调|提出|明确|(?<!项)规定|告诫|写道|写入|叮嘱|嘱托|告诉"

SAYING = Rule(
    "a verb of saying",
    rf"{_SAYING}|要求",
    "Without one of them nobody is quoted; the quick look before the long one.",
    ("书记指出", "党章规定"),
    ("开展检查",),
)

OWN: tuple[Rule, ...] = (
    Rule(
        "we must",
        r"(?:这就?(?:要求|需要)|必须|我们[^，。]{0,12}(?:要|必须|应)(?![^，。]{0,6}(?:看到|认识到|意识到))|(?:全[市县区省办局体]|各级?|机关)[^，。]{1,16}(?:要|必须|应当))",
        "The speaker draws his own demand from what he quotes.",
        ("这就要求我们抓好落实", "我们一定要完善责任体系", "全县各级党组织要对照标准"),
        ("会议指出了方向",),
        "own",
    ),
)

QUOTED: tuple[Rule, ...] = (
    Rule(
        "somebody said",
        rf"(?:^|[，；：])[^，；：]{{0,28}}?(?:{_SOURCE})[^，；：]{{0,28}}?(?:{_SAYING})(?!精神|批示|任务|的)|"
        rf"(?:{_SOURCE})[^；]{{0,90}}，(?:特别|并|还|再次|反复|多次)?(?:强调|指出|要求(?=[^，的]))",
        "A leader, a congress or a document is quoted; quoting is not yet demanding.",
        ("市委书记在会上指出，要抓好落实", "党章明确规定支部要开展活动", "全会总结了经验，强调要加强领导"),
        (
            "要求各单位报送名单",
            "机关党委要开展检查",
            "健全省委重要批示精神落实机制",
            "按照省委的要求抓好整改",
        ),
        "quotation",
    ),
)

OVER: tuple[Rule, ...] = (
    Rule(
        "since",
        r"(?:以来|近年来|[一几]年来|(?:过去|刚刚过去)的?[一二两三几]年|上半年|前[一段几]|去年(?!底前)|(?<!\d)20[012]\d年(?=[，在全我召开]))(?![^，；]{0,12}的[^，]{2,}制度)",
        "A stretch of time that is over.",
        ("去年以来，各支部加强学习", "近年来，全县开展创建"),
        ("今年年底前完成",),
        "past",
    ),
    Rule(
        "lately",
        r"(?:^|[，；])(?:近期|日前|最近|不久前|前不久|刚才|此前|会前|今年年初|\d{1,2}月\d{1,2}日)(?!前|之前)",
        "Somebody has acted just now, or on a day that is named.",
        ("近期，县委印发行动计划", "刚才，几个单位作发言", "1月10日，召开动员会"),
        ("在近期目标上发力", "3月5日前报送"),
        "past",
    ),
    Rule(
        "results",
        r"(?:先后(?:开展|召开|出台|印发|组织|制定|实施|\d)|荣获|获评|被评为|(?:稳步|显著|明显|日趋|进一步|逐步)(?:提升|增强|改善|规范|好转|向好|加强|强劲|显现|提高))(?=[，。；\d]|$)",
        "Results in the indicative.",
        ("队伍素质稳步提升，作风好转", "意识进一步增强"),
        ("不断提升质量水平", "进一步增强责任意识"),
        "past",
    ),
)

TOLD: tuple[Rule, ...] = (
    Rule(
        "demanded before",
        r"(?:^|[，；])\d{1,2}月\d{1,2}日(?:[上下]午)?，[^；]{2,60}(?:指示|批示|要求|强调|指出|提出)",
        "What was demanded on a day that is over, is told here and not asked.",
        ("3月5日，我专门作出批示，要求各单位必须报送方案",),
        ("3月5日前报送，严格按要求执行",),
        "told",
    ),
)

DONE: tuple[Rule, ...] = (
    Rule(
        "done",
        r"(?<![为除不极得])了(?![解然却]|如指掌|不起)",
        "The aspect of completion.",
        ("完成了年度任务", "印发了实施意见"),
        ("完成任务", "了解情况", "为了落实"),
        "past",
    ),
    Rule(
        "held so many times",
        r"(?:组织|召开|开展|家访|走访|慰问|上党课|党课|征求|收集|梳理|获得|听课|举办|整改|化解)[^，。；]{0,24}?\d+(?:余|多)?(?:次|人次|人/次|条|户|场|节|件|期)(?!以上|左右)",
        "A count of what was held is a report; a target says 不少于 or 以上.",
        ("组织座谈会18次", "走访群众600多户"),
        ("召开会议不少于4次以上", "培训32学时"),
        "past",
    ),
    Rule(
        "already",
        r"已(?:经|全部|基本|有|在|累计|完成|建成|形成|印发|达)",
        "Adverbs of what is over.",
        ("已全部办结", "已经建成平台"),
        ("自己完成",),
        "past",
    ),
)

MODAL = Rule(
    "must",
    r"要(?<![主重需只首不想摘纪简扼概险显政提紧择]要)(?![求素点么件务闻害领职人塞道义目旨])|必须|务必|务求|应当|应(?<![反相适响对供顺呼理回因]应)(?![对用急有变该届势邀]|$)|须(?!知)|"
    r"需(?<![急所必供刚军内特按]需)要?(?!求)|一定要",
    "Modal words of demand.",
    ("要建立台账", "各支部必须报送"),
    ("主要任务", "需求清单", "重要文件"),
    "commitment",
)

BAN = Rule(
    "must not",
    r"不得(?!不|已)|严禁|严控|不准|不许|禁止|一律(?!平等)",
    "A ban: whoever looks finds it kept or broken.",
    ("严禁用公款宴请", "不准违规接待", "对完不成任务的一律不予评优"),
    ("不得不调整",),
    "commitment",
)

MUST: tuple[Rule, ...] = (
    MODAL,
    BAN,
    Rule(
        "resolve",
        r"决不|绝不(?!是|能说)|坚决",
        "Firmness counts as a demand, except where a report says how firmly things were done.",
        ("坚决纠治形式主义", "绝不放过"),
        ("绝不是小事",),
        "commitment",
    ),
)

INTENT: tuple[Rule, ...] = (
    Rule(
        "plan",
        r"(?:计划|打算|拟|准备|力争|争取|确保|将(?!来|军|士|近|[^，]{1,30}(?:印发|转发)))|下一步|接下来|(?:请|希望)(?:大家|同志们|各)|我们?会(?!议|见|同|上|前|后)|一定[把会将]",
        "What the speaker himself intends, or asks for politely.",
        ("我们计划走访一遍", "力争年底前建成", "希望各单位抓好落实", "我一定把这件事办好"),
        ("将来时", "我会见客人时"),
        "commitment",
    ),
    Rule(
        "so many times",
        r"(?:每(?:半?年|年度|季度?|半?月|个月|周|学期)[^，。；了过]{0,16}|(?:至少|不少于|不低于)[^，。；了过]{0,8})(?:\d|[一二两三四五六])次",
        "Each year at least twice: a rhythm with a count asks without a modal word.",
        ("党组每年至少研究两次党建工作", "每季度讲一次党课"),
        ("每年召开了两次会议", "每次会议"),
        "commitment",
    ),
)

HABIT: tuple[Rule, ...] = (
    Rule(
        "kept up",
        r"(?:一直|历来|长期以来|多年来|继续)(?:坚持|保持|实行|执行)|坚持每",
        "A standing practice that goes on.",
        ("继续坚持每月调度", "一直坚持领导接访制度"),
        ("坚持问题导向",),
        "practice",
    ),
)
