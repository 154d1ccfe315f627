"""Why something cannot be done with duties: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

NOT_KEEPER = N_(
    "“{name}”不在“{organization}”或其上级任书记、第一责任人或专职党务干部，不能编制这里的责任清单：请由他们编制。"
)
NOT_PUBLISHER = N_(
    "“{name}”不在“{organization}”或其上级任书记或第一责任人，不能发布这里的责任清单：请由他们发布。"
)
POST_GONE = N_("岗位“{title}”已于 {on} 撤销，不能再编责任清单：请为接替它的岗位编制。")
DRAFT_WAITS = N_("“{title}” {year} 年已有一份没有发布的清单：请接着编那一份。")
WRONG_YEAR = N_("责任清单按年编制，{year} 年不在 {first} 年到 {last} 年之间：请核对年份。")
PUBLISHED = N_("这份清单已经发布，不能直接改：请从它编制下一版，写明为什么更正。")
NOT_PUBLISHED = N_("这份清单还没有发布，不能签收：请等发布以后再签收。")
REPLACED = N_("这一版已由第 {version} 版代替：请看第 {version} 版。")
NOTHING_LISTED = N_("清单里一条职责也没有，不能发布：请先加上职责，或套用模板。")
NO_WHY = N_("更正已发布的清单须写明为什么：请写一句话。")
DROP_WHYLESS = N_("去掉“{title}”须写明理由，理由会留在清单上：请写一句话。")
NO_ITEM = N_("清单里没有这一条：请回到清单，从现有的条目里选。")
UNTITLED = N_("一条职责要有名称、内容和落实方式：请补上“{field}”。")
MONTH_ONLY_YEARLY = N_("只有每年一次的职责才定完成月份：请把频次改为每年，或去掉月份。")
NO_SUCH_MONTH = N_("没有 {month} 月：请填 1 到 12。")
LISTED = N_("清单里已有“{title}”：请直接改那一条，或换一个名称。")
NOT_HOLDER = N_("“{name}”现在不任“{title}”，不能签收它的责任清单：由现任签收。")
ACCEPTED = N_("“{name}”已于 {on} 签收这一版：不用再签收。")

NOT_LEADER = N_(
    "“{name}”现在不是任“{title}”的书记或第一责任人，不能列入领导督办：请由本人以自己的领导岗位办理。"
)
OUT_OF_REACH = N_("任务 {number} 不归“{title}”管，不能列入：请选本组织和下级的任务。")
ON_DOCKET = N_("任务 {number} 已在“{title}”的领导督办里：请直接看它办到哪一步。")
DEPLOYED = N_("“{title}”刚才已由“{name}”亲自部署为任务 {number}：请直接看任务 {number}。")
TASK_OVER = N_("任务 {number} 已经办完，不用再列入领导督办：如有反弹，请先回头看。")
RELEASED = N_("任务 {number} 已移出领导督办：不用再移。")
RELEASE_WHYLESS = N_("移出领导督办须写明理由：请写一句话。")

NOT_LEADING = N_(
    "“{name}”在“{organization}”没有岗位，不能办理它的汇报会：请由该组织的人员办理，或取得其授权。"
)
HEARING_KNOWN = N_("“{organization}”{period}已经安排过听取汇报（{on}）：请在那一次里办理。")
OTHER_HALF = N_("会期 {on} 不在{period}：请改会期，或另安排一次。")
HEARING_OVER = N_("这次汇报会已于 {on} 开过，议程和数据不能再改：议定事项可以继续补立。")
HEARING_AHEAD = N_("会期 {on} 还没有到，不能记会议情况：请到会后再记。")
NO_AGENDA = N_("议程一项也没有：请至少写一项。")
NO_MINUTES = N_("会议情况还没有写：请写明听取了什么、讨论了什么。")

DECIDED = N_("“{title}”在这次会上已经议定为任务 {number}：请直接看任务 {number}。")

NOT_SUBMITTING = N_(
    "“{name}”在“{organization}”没有岗位，不能以它的名义请示报告：请由该组织的人员办理，或取得其授权。"
)
NOT_ABOVE = N_("“{to}”不是“{organization}”的上级：请示报告一般报上级组织，请改选上级。")
NOTHING_SAID = N_("请示报告要有标题和正文：请补上“{field}”。")
SUBMITTED = N_("这份{kind}今天已经登记为第 {number} 号：不用再登记。")
REQUEST_IN_REPORT = N_("报告里不夹带请示事项（文中有“{words}”）：要上级答复的，请另写一份请示。")
NO_DUE = N_("请示要写明希望几个工作日内答复：请填 1 到 {most}。")
NOT_ANSWERING = N_("“{name}”在“{to}”没有岗位，不能答复：请由收文的组织答复，或取得其授权。")
ANSWERED = N_("这份{kind}已于 {on} 答复：不能再改，如有新的意见请另行通知。")
WITHDRAWN = N_("这份{kind}已于 {on} 撤回：不用再办。")
ANSWERLESS = N_("这样答复须写明意见：请写一句话。")
WITHDRAW_WHYLESS = N_("撤回须写明理由：请写一句话。")
SUBMISSIONS_REMAIN = N_(
    "“{name}”还有 {count} 份请示没有答复（如“{first}”）：请先答复或撤回，或把“{name}”并入别的组织。"
)
