"""Why a delivery did not go out, and what the administrator can do about it."""

from luoshi.core.refusals import N_

NO_CONTACT, NO_SECRET, BAD_SECRET = "no_contact", "no_secret", "bad_secret"  # names of reasons
SEALED, NO_CHANNEL, REFUSED, UNREACHABLE = "sealed", "no_channel", "refused", "unreachable"
CUT_OFF, NO_ANSWER = "cut_off", "no_answer"

REASONS = {
    NO_CONTACT: N_("没有登记这个渠道要用的邮箱或手机号：请补登联系方式，再重发。"),
    NO_SECRET: N_("没有找到这个渠道的发送地址：请把它放进数据目录的 keys/channels，再重发。"),
    BAD_SECRET: N_("这个渠道的发送地址写得不对：请照通知规则文件里的例子改正，再重发。"),
    SEALED: N_("联系方式打不开：请核对密钥文件 keys/contacts.key 是否是原来的，再重发。"),
    NO_CHANNEL: N_("通知规则里已经没有这个渠道：如不再使用，可以不管它。"),
    REFUSED: N_("对方服务器拒收：请核对口令、发件人和收件地址，再重发。"),
    UNREACHABLE: N_("连不上对方服务器：请核对地址和网络，再重发。"),
    CUT_OFF: N_("正在发时程序中断，对方可能已经收到：请先问收件人，没收到再重发。"),
    NO_ANSWER: N_("发出后对方没有答复，可能已经收到：请先问收件人，没收到再重发。"),
}
