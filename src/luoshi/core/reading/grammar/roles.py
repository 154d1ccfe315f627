"""Who does what in an ending: labels such as 责任单位： and verbs such as ××牵头.

``means`` is the role: ``lead`` 牵头, ``duty`` 负责 (responsible, no lead named), ``co`` 配合,
``guide`` 指导 (advises and answers for nothing), ``person`` a named person, ``time`` a deadline.
"""

from luoshi.core.reading.grammar.rule import Rule

_BODY = "(?:单位|部门|处室|科室|机构|主体|组织|地区|方|处)"

LABELS: tuple[Rule, ...] = (
    Rule(
        "lead label",
        rf"(?:第一|主要)?(?:牵头|主办|主责)(?:考核|责任|负责|落实|承办)?{_BODY}(?:（?[、和及/]?责任{_BODY}）?)?|(?:第一|主要)责任{_BODY}|牵头",
        "The unit that answers for the whole.",
        ("牵头单位：市数据局", "牵头考核单位：市工信局", "主办单位：县府办", "主要责任单位：市审计局"),
        ("责任单位：市教育局",),
        "lead",
    ),
    Rule(
        "co label",
        rf"(?:配合|协办|协作|参加|参与|协助|协同|支持|会办)(?:责任|落实)?{_BODY}|配合|参与",
        "Units that help.",
        ("配合单位：各区政府", "协办单位：市财政局"),
        ("牵头单位：市数据局",),
        "co",
    ),
    Rule(
        "guide label",
        rf"(?:指导|督导|监督|监管|督办|督查){_BODY}",
        "Guiding and supervising is not being responsible.",
        ("指导单位：省教育厅", "督办单位：市委督查室"),
        ("责任单位：省教育厅",),
        "guide",
    ),
    Rule(
        "person label",
        r"(?:第一|直接|主要|具体|分管|牵头|责任|包抓|负责|联系|挂钩|包保|督导)+(?:人|领导|同志|[省市县区校院局镇乡]级?领导)",
        "A person, whom the reader leaves to the reviewer.",
        ("责任人：王某某", "牵头领导：副市长", "分管县领导：某副县长", "直接责任人：某主任"),
        ("责任单位：市教育局",),
        "person",
    ),
    Rule(
        "time label",
        r"(?:完成|办结|整改|推进|责任|落实|计划完成)?(?:时限|时间|期限|时间节点|进度)(?:要求|安排)?",
        "When it must be done.",
        ("完成时限：2026年6月底前", "时限：长期坚持"),
        ("责任单位：市教育局",),
        "time",
    ),
    Rule(
        "duty label",
        rf"(?:责任|负责|承办|落实|实施|主管|承担|执行|完成|具体责任){_BODY}|责任|落实",
        "The responsible units, in one list.",
        ("责任单位：市教育局、市财政局", "落实单位：各支部", "责任部门：组织处"),
        ("配合单位：各区政府",),
        "duty",
    ),
)

_MANNER = (
    r"(?:(?:按照?|根据)(?:各自)?(?:职责|职能|任务|工作)?(?:权限)?(?:分工|职责|职能)?|分工|分别|分头|共同|具体|各自|"
    r"统筹|联合|协同|依法|组织|按要求|抓好|做好|积极|密切|加强|予以|主动)*"
)

VERBS: tuple[Rule, ...] = (
    Rule(
        "leads",
        rf"{_MANNER}(?:总)?牵头(?:负责|落实|实施|组织|抓总|推进|督促)?",
        "××牵头: the lead, or several.",
        ("市数据局牵头", "市发改委、市科技局牵头负责"),
        ("市数据局配合",),
        "lead",
    ),
    Rule(
        "helps",
        rf"{_MANNER}(?:配合|参与|参加|协助|协同|支持|协办|会同)(?:落实|实施|做好|工作|负责)?",
        "××配合: helps, does not answer for the whole.",
        ("各区政府配合", "市财政局等按职责分工配合", "市统计局参与"),
        ("市统计局负责",),
        "co",
    ),
    Rule(
        "guides",
        rf"{_MANNER}(?:指导|督导|监督|督促|督办)(?:落实)?",
        "××指导: advises, and is not responsible.",
        ("省教育厅指导", "市委督查室督办"),
        ("省教育厅负责",),
        "guide",
    ),
    Rule(
        "answers",
        rf"{_MANNER}(?:负责|落实|实施|承担|承办|办理|推进|完成|主办|执行|组织|责任)(?:落实|实施|推进|办理|到位|制定|组织)?",
        "××负责, with or without a manner (按职责分工).",
        ("市教育局负责", "各地区、各部门按职责分工负责", "各支部落实"),
        ("市教育局指导",),
        "duty",
    ),
)
