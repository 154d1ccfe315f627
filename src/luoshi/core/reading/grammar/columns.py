"""What the columns of a task table hold, told from their headings; the first rule that fits decides."""

from luoshi.core.reading.grammar.rule import Rule

COLUMNS: tuple[Rule, ...] = (
    Rule("number", r"^(?:序号|编号|项次|序)$", "Counts rows.", ("序号",), ("项目",), "number"),
    Rule(
        "person",
        r"负责人|责任人|领导|联系人|联络员|签字",
        "A person's name is for the reviewer, not for the reader.",
        ("责任领导", "负责人"),
        ("负责单位",),
        "person",
    ),
    Rule(
        "co",
        r"配合|协办|协助|参与|参加|支持",
        "Units that help.",
        ("配合处室", "协办单位"),
        ("责任单位",),
        "co",
    ),
    Rule(
        "lead",
        r"牵头|责任|主办|承办|负责|落实单位|实施单位|主管|执行(?:单位|部门)|^单位$|^部门$",
        "The unit that answers for the row.",
        ("牵头单位", "负责处室/年段", "责任部门"),
        ("配合单位", "考核要点"),
        "lead",
    ),
    Rule(
        "steps",
        r"时序|进度(?:安排|计划)?$|步骤|月度|分月",
        "Months and what is done in each, in one cell.",
        ("任务分解/时序进度", "推进步骤"),
        ("完成时间",),
        "steps",
    ),
    Rule(
        "deadline",
        r"时间|时限|期限|完成日期|节点",
        "By when.",
        ("完成时间", "办结时限"),
        ("任务内容",),
        "deadline",
    ),
    Rule(
        "standard",
        r"考核|标准|成果|成效|指标|备注|依据|进展|完成情况|说明|分值|权重",
        "What proves it, or remarks.",
        ("考核要点", "备注"),
        ("工作任务",),
        "standard",
    ),
    Rule(
        "task",
        r"任务|内容|事项|措施|项目|目标|要求|要点|举措|工作|重点|清单",
        "What is to be done.",
        ("工作任务", "任务落实及措施", "重点事项"),
        ("责任单位",),
        "task",
    ),
)
