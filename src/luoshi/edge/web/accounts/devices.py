"""What somebody recognizes a device by: its system and its browser, read from what the browser says of itself."""

import re

from django.utils.translation import gettext

from luoshi.core.refusals import N_

# The first that matches: most browsers also claim to be the ones they descend from.
SYSTEMS = (
    ("HarmonyOS|OpenHarmony", N_("鸿蒙")),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", N_("安卓手机")),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
BROWSERS = (
    ("wxwork", N_("企业微信")),
    ("MicroMessenger", N_("微信")),
    ("DingTalk", N_("钉钉")),
    ("Lark|Feishu", N_("飞书")),
    ("360SE|360EE|QIHU", N_("360 浏览器")),
    ("Edg", "Edge"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
UNKNOWN = N_("认不出的设备")


def device(user_agent: str) -> str:
    """Return system and browser in words such as ``Windows · Edge``."""
    found = [_first(kinds, user_agent) for kinds in (SYSTEMS, BROWSERS)]
    return " · ".join(gettext(name) for name in found if name) or gettext(UNKNOWN)


def _first(kinds: tuple[tuple[str, str], ...], user_agent: str) -> str | None:
    return next((name for pattern, name in kinds if re.search(pattern, user_agent)), None)
