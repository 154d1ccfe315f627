"""Why a calendar feed cannot be opened or ended."""

from luoshi.core.refusals import N_

TOO_MANY = N_("您已有 {count} 个日历订阅：每人最多 {limit} 个，请先停用不再用的，再开新的。")
REVOKED = N_("这个日历订阅已于 {on} 停用：不用再停一次。")
