"""Why something cannot be done with people, posts and grants: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

ACCOUNT_TAKEN = N_("账号“{account}”已属于“{holder}”：一个账号只属于一个人，请换一个账号。")
UNNAMED = N_("人员要有姓名和账号：请补上再提交。")
JOINED_WITHOUT_STANDING = N_("“{name}”不是党员，不应有入党日期 {joined}：请核对政治面貌，或清空入党日期。")
JOINS_LATER = N_("“{name}”的入党日期 {joined} 还没有到：请核对年份。")
HOMELESS = N_("“{name}”是党员，要有所在党支部：请填党支部的代码。")
NOT_A_BRANCH = N_("“{name}”的所在组织“{home}”是{kind}：组织关系只落在党支部，请改填党支部。")
HOME_DISSOLVED = N_("“{name}”的所在党支部“{home}”已于 {on} 撤销：请改填仍在运行的党支部。")
ALREADY_HOME = N_("“{name}”的组织关系已经在“{home}”：不用再转；要转到别处请另选党支部。")
ACCOUNT_TWICE = N_("账号“{account}”列了两次：一个账号只列一次，请删去重复的一行。")
MEMBER_ALREADY = N_("“{name}”已经是{standing}：不用再接收，要转接组织关系请办理转接。")
NOT_ON_PROBATION = N_("“{name}”不是预备党员，不能转正：请核对人员和政治面貌。")
NEVER_ON_PROBATION = N_("“{name}”不是预备党员，没有预备党员资格可以取消：请另选原因。")
NOT_MEMBER = N_("“{name}”不是党员：没有党籍可以停止，请核对人员。")
STILL_TO_COME = N_("{on} 还没有到：请核对日期，到了那天再办。")
TOO_EARLY_A_DAY = N_("{on} 早于接收为预备党员的日期 {joined}：请核对日期。")

POST_ENDED = N_("岗位“{title}”已于 {on} 撤销：请改选仍在设的岗位，或先重新设岗。")
POST_HELD = N_("岗位“{title}”现由“{holder}”担任：请先办理离任，再撤销岗位。")
POST_UNTITLED = N_("岗位要有名称：请补上再提交。")
ORGANIZATION_ENDED = N_("“{organization}”已于 {on} 撤销，不能再设岗：请改选仍在运行的组织。")
TWO_HOLDERS = N_(
    "岗位“{title}”在 {from_on} 起由“{holder}”担任：这类岗位同一时间只有一人，"
    "请先办理“{holder}”离任，或把任期错开。"
)
HOLDS_ALREADY = N_("“{holder}”在这段时间已担任“{title}”：不用再任命；要延长任期请先办理离任。")
ENDS_BEFORE = N_("结束日期 {until_on} 早于开始日期 {from_on}：请核对这两个日期。")
NOT_HELD = N_("“{person}”在 {on} 没有担任“{title}”：请核对人员、岗位和日期。")

SELF_GRANT = N_("“{name}”不能授权自己代办：请另选一位代办人。")
OVERLAPPING_GRANT = N_(
    "“{name}”在 {from_on} 至 {until_on} 已授权“{stand_in}”代办：同一时间只授权一人，"
    "请先收回原授权，或把日期错开。"
)
NOTHING_TO_GRANT = N_("“{name}”在 {from_on} 没有担任岗位，没有可授权的事项：请在任职期间授权。")
GRANT_OVER = N_("这项授权到 {until_on} 已经结束：不用再收回。")

PEOPLE_REMAIN = N_("“{name}”还有 {count} 人的组织关系（如“{first}”）：请先把他们转到别的党支部，再撤销组织。")
HEIR_IS_NO_BRANCH = N_(
    "“{name}”有 {count} 人的组织关系，而“{into}”不是党支部：请先把他们转到别的党支部，再合并。"
)
POSTS_REMAIN = N_("“{name}”还设有 {count} 个岗位（如“{first}”）：请先撤销这些岗位，再撤销组织。")

NO_KEY = N_(
    "没有联系方式密钥，联系方式既不能存也不能看：请管理员执行 luoshi migrate，或从备份恢复 keys 目录。"
)
NOT_READABLE = N_("“{name}”的联系方式解不开：密钥或数据与存入时不同，请管理员从备份恢复 keys 目录。")
NO_CONTACT = N_("“{name}”没有登记联系方式：请本人或所在组织补登。")
NOT_YOURS = N_("您的岗位和授权管不到“{name}”，不能看其联系方式：请通过对方所在组织联系。")
