"""Why something cannot be done with jobs: the rule that stands against it, and the way out."""

from luoshi.core.refusals import N_

OVER_ALREADY = N_("这件事已经结束：不用再取消，可以在页面上看结果。")
NOT_OVER = N_("这件事还没有结束：请等它办完，或先取消。")
DONE_ALREADY = N_("这件事已经办成：如需再办一次，请从原来的页面重新发起。")
BROUGHT_IS_GONE = N_("当时上传的文件已经按期清理：请从原来的页面重新上传。")
FAILED = N_("没有办完，系统出了问题，已经写入的都已撤回：请再试一次；仍不行请告知管理员出错的时间。")
CANCELLED = N_("已按要求取消。")
INTERRUPTED = N_("办到一半系统停了：可以重新开始。")
