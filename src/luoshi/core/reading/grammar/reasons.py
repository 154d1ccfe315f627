"""What a text says without asking for it: manners, announcements, reasons; and the titles that tell of them."""

from luoshi.core.reading.grammar.rule import Rule

IDLE: tuple[Rule, ...] = (
    Rule(
        "manners",
        r"谢谢|感谢|致以|祝|问候|同志们[！，：]?$|我(?:就)?讲(?:这|以上|几|到)|欢迎|敬礼|今天，?(?:我们)?(?:在这里)?(?:召开|举行)|(?:会议|大会|今天|这次会)[^。，]{0,4}，?的?(?:主要|中心)?任务(?:就?是|：)|联系(?:人|电话)：|大家辛苦",
        "Greetings, thanks, what the meeting is for.",
        ("谢谢大家", "今天我们召开推进会", "会议的主要任务是部署工作"),
        ("讲清政策",),
        "none",
    ),
    Rule(
        "announcement",
        r"以下(?:几[项个点]|工作|[一二三四五六])|[讲谈提说](?:出|了)?[几一二三四五六七八两\d][个点方]|(?:几|[一二三四五六七八九十两\d]+)(?:个?方面|[项点件条])的?(?:重点)?(?:工作|任务|意见|要求|建议|希望|问题|事)[：]?$|"
        r"如下(?:意见|措施|安排|要求)?[：]?$|(?:印发|转发|下发)给你们",
        "Says that points follow, or that a paper is attached; the points themselves ask.",
        (
            "下面，我讲几点意见",
            "重点抓好以下工作",
            "今年要扎实做好九个方面工作",
            "制定方案如下",
            "现将方案印发给你们",
        ),
        ("办好十件实事", "提出意见建议", "分三个方面推进工作落实"),
        "none",
    ),
    Rule(
        "equation",
        r"^(?![^。]*(?:(?<![主重需首])要(?!求)|必须|应当|务必))[^，]{0,24}(?:，[^，]{0,12})?(?<![要就一二三四五六七八九十于但可凡只总或别先其而不还若倒算])是(?!否|非|与)",
        "A sentence that says what a thing is, and demands nothing.",
        ("基层是第一线，也是主战场", "做好稳定工作，是有效应对的重要保障"),
        ("关键是要抓好落实", "特别是加强督查", "一是完善制度"),
        "none",
    ),
    Rule(
        "explanation",
        r"^[^，。]{2,30}(?<!就)(?<!要)是[^，。]{2,}(?:的|标志|关键|根本|基础|前提|保证|保障|要求|任务|问题|举措|体现|课题|选择|需要|生命线|责任|要义|所在|传统|优势|内容|载体|抓手|途径|原则)(?:$|[，。；])|"
        r"意味着|(?:重点|关键|难点|核心|目的|落脚点)(?:就?在|是为)|归根结底|(?:要|应|必须|需要)[^，]{0,6}(?:看到|认识到|意识到)|还(?:不够|有[^，]{0,6}(?:差距|短板|不足))|(?:相信|深信|坚信)[，：]?[有在只]|应该说|之所以|原因(?:是|在于)|表明|说明|证明|(?:关系|事关)(?:到|着)?|(?:正如|所谓|俗话说|古人|常言|有人说)|[？?]$|为什么|还存在|仍然存在|存在着?(?!的).{0,20}(?:问题|不足|差距|短板)|(?:^|[，；])(?:比如，)?有的",
        "Definition, reasoning, question, diagnosis.",
        (
            "抓基层是强党建的根本要求",
            "这说明责任还没有压实",
            "有的支部学习走过场",
            "也要清醒地看到，基础还不牢",
        ),
        ("要是非分明", "就是要把责任压实"),
        "none",
    ),
)

_ONWARD = "推动|促进|确保|奋力|努力|力争|务求|争取|着力|把|要|不断|持续|加快"

LOOKING_BACK: tuple[Rule, ...] = (
    Rule(
        "title of a report",
        r"回顾|总结$|成绩|成就|了(?!解).{0,8}$|前一段|主要做法|基本情况|完成情况|过去[一五]年",
        "Under such a title even bare imperatives tell what was done.",
        ("2025年工作回顾", "提升了理论修养", "目标任务完成情况"),
        ("今年重点工作",),
    ),
    Rule(
        "title of a success",
        rf"^(?!.*(?:{_ONWARD})).*(?:取得|走在|新提升|新台阶|再上|成效(?:显著|明显)?$)",
        "Success reached is told, success to be reached is asked for.",
        ("各项工作取得成效", "督查工作成效明显"),
        ("推动督查工作取得新成效", "把优势转化为发展成效"),
    ),
)

LOOKING_AHEAD = Rule(
    "title of what is to come",
    r"任务|安排|打算|下一步|今后|重点工作|工作重点|目标|总体要求|部署",
    "Whatever stands under such a title is still to be done, however its own titles sound.",
    ("2026年目标任务和主要工作", "下一步打算"),
    ("2025年工作回顾",),
)

PREAMBLE: tuple[Rule, ...] = (
    Rule(
        "title of a preamble",
        r"指导思想|基本原则|重大意义|重要意义|总体思路$|工作原则|基本思路|编制背景|发展基础|形势(?:与|和)挑战",
        "Says why and in what spirit, not what.",
        ("指导思想", "基本原则"),
        ("主要任务",),
    ),
)
