"""Why a step cannot be recorded: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

FUTURE = N_("{on} 还没有到：请核对日期，到了那天再记。")
TAKEN = N_("“{name}”的“{step}”在 {on} 已经记过：不用再记。")
BEFORE = N_("“{step}”的日期 {on} 早于“{earlier}”的 {earlier_on}：请核对这两个日期。")
MISSING = N_("“{name}”还没有“{earlier}”：请先补记它的日期，再记“{step}”。")
TOO_SOON = N_("“{name}”到 {ready_on} 才满一年培养期，{on} 还不能确定为发展对象：请核对日期（第十三条）。")
PROBATION_RUNS = N_("“{name}”的预备期到 {ready_on} 才满，{on} 还不能讨论转正：请核对日期（第三十一条）。")
ONCE_ONLY = N_("“{name}”已经延长过一次预备期：只能延长一次（第三十一条），请核对。")
NOT_KEEPER = N_("“{name}”在“{branch}”及其上级没有岗位，不能记它的发展党员步骤：请由该支部或上级来记。")
