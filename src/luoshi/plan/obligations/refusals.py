"""Why something cannot be done with what is owed: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

UNKNOWN_FACT = N_("“{fact}”不是可以申报的组织情况：请从列出的事项里选。")
TOLD_ALREADY = N_("“{fact}”由组织和人员登记算出，不用申报：如有不符，请到组织页面更正登记。")
WRONG_VALUE = N_("“{fact}”填写的“{value}”不对：人数填整数，日期写作 2026-01-01，是非填是或否。")
SAID_ALREADY = N_("“{fact}”原来申报的就是这个值：不用再报一次。")
DISSOLVED = N_("“{name}”已经撤销：不再登记它的情况，请改选仍在运行的组织。")
NO_REPORT = N_("“{kind}”不是要报送的事项：请从列出的事项里选。")
IN_FUTURE = N_("报送日期 {on} 还没有到：请填已经报送的那一天。")
FULFILLED_ALREADY = N_("“{name}”{on} 已登记过“{kind}”：同一天同一事项只登记一次。")
WITHDRAWN_ALREADY = N_("这次报送的登记已经撤回：不用再撤一次。")

NOT_ISSUER = N_(
    "“{name}”在“{organization}”没有可以制定规定的岗位：请由该组织的书记、副书记、第一责任人、"
    "专职党务干部或办公室负责人办理。"
)
NOT_APPROVER = N_("批准要由“{organization}”或上级的书记或第一责任人作出，并且不能是起草的人：请交其办理。")
SCOPE = N_("支部、党小组和处室不能给别的组织定规定：请由上级组织制定。")
TOO_LONG = N_("规定文本有 {length} 个字，超过 {limit} 个字的上限：请分成几份。")
NOT_LOCAL = N_('本级规定的 scope 只能写 local：请把第一部分里的 scope 改为 "local"。')
UNTRIED = N_("这一稿还没有试算：请先试算，看清谁会落下、要花多少时间，再发布。")
CASES_DIFFER = N_("例子“{case}”与规定不符：{key} 写的是{said}，算出的是{came}，请改例子或改规定，再发布。")
OVER_BUDGET = N_(
    "本级规定一年要给一个支部增加 {hours} 小时，超过 {budget} 小时的上限：请减少次数，"
    "或由书记、第一责任人写明理由批准。"
)
WITHIN_BUDGET = N_("这一稿没有超过负担上限，不用批准：可以直接发布。")
APPROVED_ALREADY = N_("这一稿已由{name}批准：可以发布。")
WHYLESS = N_("批准要写明理由，理由会记入账本：请写明后再提交。")
BACKDATED = N_("生效日 {on} 早于今天：规定不能追溯，请填今天或以后的日期。")
EXPIRED = N_("这一版里没有一条在 {on} 以后还有效：请改生效日，或改文本里的失效日（valid_until）。")
PUBLISHED = N_("这一版已于 {on} 发布，不能再改：要改请另起一版。")
NOT_LATER = N_("上一版从 {on} 起生效：新一版的生效日要晚于这一天。")
NOT_PUBLISHED = N_("这一版还没有发布：不用废止，不要了可以放着。")
ENDED = N_("这一版已定于 {on} 起废止：不用再废止一次。")
STALE = N_("这一稿刚才被别人改过：请看过现在的内容，再办一次。")
