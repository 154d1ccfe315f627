"""Why an activity cannot be recorded: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

KINDLESS = N_("没有选活动类型：请至少选一类，如“主题党日”。")
MIXED = N_("“{kind}”要保密，不能和别的活动记在一起：请分开记。")
FUTURE = N_("{on} 还没有到：活动开过以后再记，会前可以先打印会议材料。")
BEFORE_FOUNDING = N_("“{name}”{founded}才成立，{on} 还不能有活动：请核对日期。")
AFTER_END = N_("“{name}”已于 {ended} 撤销，{on} 不能再有活动：请核对组织和日期。")
TOPICLESS = N_("没有写主题：请用一句话写明这次活动做什么。")
MINUTES_EMPTY = N_("记录是空的：请写明议了什么、定了什么，几句话就行。")
LISTED_TWICE = N_("“{name}”列了两次：一个人在一次活动里只记一次，请删去一处。")
NOBODY_THERE = N_("到会的一个人也没有：没有人到会的活动不算开过，请核对到会情况。")
CHAIR_ABSENT = N_("主持人“{name}”没有到会：请改选到会的人主持，或改正“{name}”的到会情况。")
HOURS_ODD = N_("时长 {hours} 小时不对：请填 0.5 到 {most} 之间、以半小时为单位的数。")
ITSELF_PARTNER = N_("“{name}”不能和自己结对：请选对方组织。")
NOT_RECORDER = N_("“{name}”在“{organization}”及其上级没有岗位，不能记它的活动：请由该组织的人员来记。")
NOT_IN_TALK = N_("“{name}”没有参加这次{kind}，不能记：保密的活动由参加的人自己记。")
NOT_YOURS_TO_WITHDRAW = N_("“{name}”没有参加，不能撤回：保密的记录由参加的人自己撤回。")
ALONE = N_("{kind}至少要有两个人：请补上另一方。")
NO_TABLE_FOR_TALK = N_("保密的活动不从表格导入：请由参加的人逐次记。")
WITHDRAWN = N_("这次活动的记录已于 {on} 撤回：不能再改；确实开过的请重新记一次。")
REASONLESS = N_("没有写理由：更正或撤回记录要说明为什么，请写一句话。")
UNCHANGED = N_("和原来的记录一样，没有可更正的：请改好以后再提交，或返回。")
SEALED_STAYS = N_("保密的记录不能改成公开的，公开的也不能改成保密的：请撤回后重新记。")
RECORDED_ALREADY = N_("“{name}”{on} 已经记过同样的活动“{topic}”：请打开那一条更正，不用再记一次。")
UNDECIDED = N_("决议没有写内容：请用一句话写明定了什么事，或删去这一条。")
DECISION_INCOMPLETE = N_("决议“{text}”还差{missing}：决议要落实到人，请写明谁、什么标准、何时前办完。")
NO_KEY = N_(
    "没有保密用的密钥，谈心谈话和走访关爱既不能存也不能看：请管理员执行 luoshi migrate，或从备份恢复 keys 目录。"
)
NOT_READABLE = N_("这条保密记录解不开：密钥或数据与存入时不同，请管理员从备份恢复 keys 目录。")

# What a decision may lack; said inside the sentence above.
WHO, STANDARD, DEADLINE = N_("由谁办"), N_("完成标准"), N_("时限")
