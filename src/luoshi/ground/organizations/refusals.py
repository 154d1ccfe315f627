"""Why something cannot be done with an organization: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

TAKEN = N_("代码“{code}”已属于“{holder}”：一个代码只属于一个组织，请换一个代码，或直接修改“{holder}”。")
UNNAMED = N_("组织要有代码和名称：请补上再提交。")
BACKWARDS = N_("“{name}”的最近换届日期 {elected} 早于成立日期 {established}：请核对这两个日期。")
ENDLESS_TERM = N_("“{name}”的任期为 {years} 年，不在 1 至 10 年之间：请核对后填整数年。")
CYCLE = N_(
    "“{name}”不能移到“{under}”之下：“{under}”就是它本身或它的下级；请另选上级，或先把“{under}”移出来。"
)
ALREADY_THERE = N_("“{name}”的上级已经是“{under}”：不用再移；要移到别处请另选上级。")
ALREADY_ROOT = N_("“{name}”已经没有上级：不用再移；要移到别处请选一个上级。")
SAME_NAME = N_("“{name}”的名称和简称没有变化：请填新的名称。")
DISSOLVED = N_("“{name}”已于 {on} 撤销：撤销的组织不再变动，请改选仍在运行的组织。")
HAS_CHILDREN = N_("“{name}”还有 {count} 个下级组织（如“{first}”）：请先把下级组织移走或撤销，再撤销它。")
INTO_ITSELF = N_("“{name}”不能并入自己或自己的下级“{into}”：请另选并入的组织，或先把“{into}”移出来。")
TOO_DEEP = N_("“{name}”放在“{under}”之下会超过 {limit} 级：组织层级请控制在 {limit} 级以内。")
UNKNOWN_PARENT = N_("“{name}”的上级代码“{code}”不存在：请核对代码，或先建立这个上级。")
TWICE = N_("代码“{code}”列了两次：一个代码只列一次，请删去重复的一行。")
