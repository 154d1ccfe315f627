"""What counts as done for the usual kinds of work, and which proof shows it: suggestions, never decisions."""

from luoshi.core.reading.grammar.rule import Rule

STANDARDS: tuple[Rule, ...] = (
    Rule(
        "document",
        "(?:印发|制定|出台|修订|编制)(?!后)",
        "A document is done when it is issued, not when it is drafted.",
        ("印发实施细则", "要制定本单位责任清单"),
        ("印发后一个月内",),
        "文件正式印发，并报备",
    ),
    Rule(
        "list",
        "(?:公布|公开|报送|报|形成|建立)[^，。；]{0,12}(?:清单|台账|结果|方案|进展)",
        "What is to be published or handed in is done when its receiver has it.",
        ("公布取消清单", "每季度报送进展"),
        ("清单不求长",),
        "按要求报送或公布，接收单位确认收到",
    ),
    Rule(
        "training",
        "培训|轮训",
        "Training is done when those meant were there, for the hours meant.",
        ("举办支部书记培训班",),
        ("训练场",),
        "培训全部办完，人数和学时达到要求",
    ),
    Rule(
        "meeting",
        "(?:召开|听取)[^，。；]{0,12}(?:会议|汇报|大会|例会)",
        "A meeting is done when what it decided is written down.",
        ("每季度至少召开1次专题会议", "每半年听取一次机关党建工作汇报"),
        ("会议室改造",),
        "会议按时召开，形成纪要并明确责任",
    ),
    Rule(
        "check",
        "督查|抽查|检查|回头看|评估|评议",
        "A check is done when the checked have its result.",
        ("适时开展专项督查", "组织第三方评估"),
        ("检验",),
        "检查全部完成，结果书面反馈，问题列入清单",
    ),
    Rule(
        "clearance",
        "清理|取消|整改|整治|压减",
        "What is to go is done when nothing of it is left on the list.",
        ("全面清理由申请人自行开具的证明",),
        ("清单",),
        "清单逐项销号，核验无遗留",
    ),
    Rule(
        "establishment",
        "(?:设立|设置|建立|建成|建设|建好)",
        "What is to be built is done when it is in use.",
        ("设立“办不成事”窗口",),
        ("假设",),
        "建成并投入使用，运行满一个月",
    ),
)

EVIDENCE = {
    "document": "印发文件",
    "list": "报送回执",
    "training": "培训记录",
    "meeting": "会议纪要",
    "check": "检查通报",
    "clearance": "销号清单",
    "establishment": "现场照片",
}
