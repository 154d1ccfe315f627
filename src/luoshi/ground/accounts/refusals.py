"""Why something cannot be done with accounts: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

OPEN_ALREADY = N_("“{name}”已有账号“{account}”：忘记密码请重置，停用的请重新启用。")
CLOSED_ALREADY = N_("“{name}”的账号已经停用：不用再停用。")
NOT_CLOSED = N_("“{name}”的账号正在使用：不用再启用。")
HOLDS_POST = N_(
    "“{name}”担任“{title}”：系统管理、安全管理和审计人员不兼任业务岗位，请另选一人，或先办理离任。"
)
SAME_OFFICE = N_("“{name}”已经担任{office}：不用再改。")
OWN_ACCOUNT = N_("不能停用自己的账号“{name}”：请由另一位系统管理员办理。")
OWN_OFFICE = N_("不能改自己的系统岗位：请由另一位安全管理员办理。")
NO_SECOND_FACTOR = N_("“{name}”没有启用第二重验证：不用清除。")
