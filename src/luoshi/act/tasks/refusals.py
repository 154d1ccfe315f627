"""Why a task cannot be opened: the rule that stands against it, and the way out. The loop's own are in core."""

from luoshi.core.refusals import N_

UNTITLED = N_("任务要有名称：请用一句话写明要办什么。")
NOT_ISSUER = N_("“{name}”在“{issuer}”没有岗位，不能以它的名义立项：请由该组织的人员办理，或取得其授权。")
OWNER_ENDED = N_("“{name}”已于 {on} 撤销，不能承办：请改选仍在运行的组织。")
ELSEWHERE = N_("岗位“{title}”不在“{owner}”：请选承办单位自己的岗位。")
KINDLESS = N_("佐证“{place}”没有写类别：请写明是完成标准要求的哪一类，如“印发文件”。")
TASKS_REMAIN = N_(
    "“{name}”还有 {count} 件任务没有办完（如任务 {number}“{first}”）：请先转办、办结或撤销这些任务，"
    "或把“{name}”并入别的组织。"
)
