"""Why something cannot be done with a deployment: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

KNOWN = N_("这份文件已于 {on} 登记为部署 {number}“{title}”：同一份文件只登记一次，请在部署 {number} 里办理。")
EMPTY = N_("文件里没有文字，无从部署：请核对文件内容。")
NOT_DEPLOYER = N_(
    "“{name}”在“{organization}”没有岗位，不能办理它的部署：请由该组织的人员办理，或取得其授权。"
)
CONFIRMED = N_("第 {place} 项已确认为任务 {task}：请直接办理任务 {task}。")
DROPPED = N_("第 {place} 项已舍弃（{why}）：不能再确认，如还要办，请另立任务。")
WHYLESS = N_("这一步须写明理由，理由会记入账本：请写明后再提交。")
HAS_TASKS = N_("条款“{clause}”已分解为 {count} 件任务，不能注明无需分解：请继续办理这些任务，或先撤销。")
EXEMPT = N_("条款“{clause}”已注明无需分解（{why}）：不用再注明。")
NO_DRAFT = N_("没有第 {place} 项：这份部署共 {count} 项，请核对编号。")
NO_CLAUSE = N_("没有第 {place} 个条款：这份部署共 {count} 个条款，请核对编号。")
DEPLOYMENTS_REMAIN = N_(
    "“{name}”还有 {count} 份部署没有全部落实到任务（如部署 {number}“{first}”）：请先确认、舍弃或注明无需分解，"
    "或把“{name}”并入别的组织。"
)
