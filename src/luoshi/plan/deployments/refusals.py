"""Why something cannot be done with a deployment: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

KNOWN = N_("这份文件已于 {on} 登记为部署 {number}“{title}”：同一份文件只登记一次，请在部署 {number} 里办理。")
EMPTY = N_("文件里没有文字，无从部署：请核对文件内容。")
NOT_DEPLOYER = N_(
    "“{name}”在“{organization}”没有岗位，不能办理它的部署：请由该组织的人员办理，或取得其授权。"
)
CONFIRMED = N_("第 {place} 项已确认为任务 {task}：请直接办理任务 {task}。")
DROPPED = N_("第 {place} 项已舍弃（{why}）：不能再确认，如还要办，请另立任务。")
MERGED = N_("第 {place} 项已并入第 {into} 项：请在第 {into} 项里办理。")
STALE = N_("第 {place} 项刚才被别人改过，您输入的内容没有覆盖它：请核对现在的内容，再保存一次。")
UNTITLED = N_("第 {place} 项没有名称：请用一句话写明要办什么。")
TOO_LONG = N_("第 {place} 项的“{field}”有 {length} 个字，超过 {limit} 个字的上限：请写短一些。")
ENDED_UNIT = N_("所选单位里有的已经撤销：请改选仍在运行的组织。")
NO_UNIT = N_("“{word}”不是本组织或下级的单位：请改用全称、简称或拼音首字母，从提示里选。")
AMBIGUOUS = N_("“{word}”可能是{names}：请从提示里选一个。")
WHYLESS = N_("这一步须写明理由，理由会记入账本：请写明后再提交。")
HAS_TASKS = N_("条款“{clause}”已分解为 {count} 件任务，不能注明无需分解：请继续办理这些任务，或先撤销。")
EXEMPT = N_("条款“{clause}”已注明无需分解（{why}）：不用再注明。")
NO_DRAFT = N_("没有第 {place} 项：这份部署共 {count} 项，请核对编号。")
NO_CLAUSE = N_("没有第 {place} 个条款：这份部署共 {count} 个条款，请核对编号。")
NOT_SPLIT = N_("拆分至少要写两行，一行一件：请补上，或直接修改名称。")
NOT_MERGED = N_("合并至少要选两项：请先勾选要并在一起的各项。")
NOTHING_CHOSEN = N_("还没有选哪一项：请先勾选，再办理。")
NOTHING_TO_UNDO = N_("没有可以撤回的操作：您在这份部署里的操作都已撤回，或已经交办。")
OVERTAKEN = N_("第 {place} 项之后又被改过，不能整个撤回：请直接修改这一项。")
SENT = N_("第 {place} 项的任务 {task} 已经交办，不能撤回确认：请在任务里撤销或转办。")
NOTHING_TO_DISPATCH = N_("没有已确认、待交办的任务：请先确认，再交办。")
DEPLOYMENTS_REMAIN = N_(
    "“{name}”还有 {count} 份部署没有全部落实到任务（如部署 {number}“{first}”）：请先确认、舍弃或注明无需分解，"
    "或把“{name}”并入别的组织。"
)
