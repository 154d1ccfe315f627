"""What kind of document it is, told from its title; the first rule that fits decides."""

from luoshi.core.reading.grammar.rule import Rule

KINDS: tuple[Rule, ...] = (
    Rule(
        "speech",
        r"讲话(?!精神)|致辞|发言|提纲$|政府工作报告(?!.{0,14}(?:任务|重点|分工|分解|责任|目标))|动员令|述职报告|在.{2,40}上的",
        "Somebody speaks.",
        ("在全市机关党建推进会上的讲话", "政府工作报告"),
        ("关于学习讲话精神的通知", "2026年《政府工作报告》重点任务分解表"),
        "speech",
    ),
    Rule(
        "division",
        r"分工|分解|责任清单|任务清单|责任书|考评|考核|台账|任务表|清单",
        "Work is divided among units.",
        ("重点任务分工方案", "安全责任书", "年度考评办法"),
        ("行动计划",),
        "division",
    ),
    Rule(
        "plan",
        r"方案|计划|要点|规划|意见|措施|办法|纲要|行动|安排|细则|制度|条例|规定|政策",
        "Something is planned or ruled.",
        ("三年行动计划", "关于加强督查工作的意见"),
        ("会议通知",),
        "plan",
    ),
    Rule(
        "notice",
        r"通知|通报|公告|通告|函$|批复|决定|公报",
        "Something is made known.",
        ("关于召开会议的通知",),
        ("实施方案",),
        "notice",
    ),
)
