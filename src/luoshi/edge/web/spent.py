"""How a page says how long something took people."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTE, HOUR = 60, 3600


def spent(seconds: int) -> str:
    """Return the time in the unit in which people think of it: 40 秒, 12 分钟, 3.5 小时; a dash for none."""
    if not seconds:
        return "—"
    if seconds < MINUTE:
        return ngettext("%(count)d 秒", "%(count)d 秒", seconds) % {"count": seconds}
    if seconds < HOUR:
        minutes = round(seconds / MINUTE)
        return ngettext("%(count)d 分钟", "%(count)d 分钟", minutes) % {"count": minutes}
    return _("%(hours)s 小时") % {"hours": f"{seconds / HOUR:.1f}"}
