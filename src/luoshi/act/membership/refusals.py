"""Why a step cannot be recorded: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

FUTURE = N_("{on} 还没有到：请核对日期，到了那天再记。")
TAKEN = N_("“{name}”的“{step}”在 {on} 已经记过：不用再记。")
BEFORE = N_("“{step}”的日期 {on} 早于“{earlier}”的 {earlier_on}：请核对这两个日期。")
MISSING = N_("“{name}”还没有“{earlier}”：请先补记它的日期，再记“{step}”。")
TOO_SOON = N_("“{name}”到 {ready_on} 才满培养期，{on} 还不能确定为发展对象：请核对日期（{article}）。")
PROBATION_RUNS = N_("“{name}”的预备期到 {ready_on} 才满，{on} 还不能讨论转正：请核对日期（{article}）。")
ONCE_ONLY = N_("“{name}”已经延长过一次预备期：只能延长一次（第三十一条），请核对。")
NOT_KEEPER = N_("“{name}”在“{branch}”及其上级没有岗位，不能记它的发展党员步骤：请由该支部或上级来记。")
FULL_ALREADY = N_("“{name}”已经是正式党员：不用再记发展党员步骤。")
ENDED_SINCE = N_("“{name}”在 {ended_on} 记为不再培养：重新培养的步骤要晚于这一天，请核对日期。")
ON_PROBATION = N_("“{name}”已经是预备党员：不再培养请办理“终止党员身份”，选“取消预备党员资格”。")
NOT_LATEST = N_("“{step}”之后还有“{later}”：请先撤回后面的步骤，再撤回它。")
CHANGED_STANDING = N_(
    "“{step}”已经改变了“{name}”的政治面貌，不能撤回：请在其个人页面修改政治面貌和入党日期。"
)
BELONGS_ELSEWHERE = N_("账号“{account}”属于别处的人员：请核对账号和姓名，或为申请人另取一个账号。")
