"""A digest as a text that leaves the house."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from .models import Digest
from .queries import Part


def headline(digest: Digest, parts: list[Part]) -> str:
    """Return the title: the day, and how many things there are."""
    count = sum(part.count for part in parts)
    return _("落实晨报 %(day)s：%(count)d 件") % {"day": day_of(digest), "count": count}


def body(parts: list[Part], *, titles: bool, site: str) -> str:
    """Return the text: a line for each kind of news, with titles the tasks below it, and the way to the site."""
    lines = []
    for part in parts:
        said = _("%(label)s：%(count)d 件") % {"label": gettext(part.label), "count": part.count}
        lines.append(said)
        if titles:
            lines += [f"  · {task.title}{_due(task.deadline_on)}" for task in part.tasks]
            if part.count > len(part.tasks):
                lines.append(_("  ……还有 %(count)d 件") % {"count": part.count - len(part.tasks)})
    lines.append("")
    lines.append(_("请到落实里办理：%(site)s/notices/") % {"site": site} if site else _("请登录落实办理。"))
    return "\n".join(lines)


def day_of(digest: Digest) -> str:
    """Return the day as people say it: 6月30日 周二."""
    return _said(digest.day)


def _due(deadline: date | None) -> str:
    return "" if deadline is None else _("（%(day)s前）") % {"day": _said(deadline)}


def _said(on: date) -> str:
    locale = "en_GB" if get_language() == "en" else "zh_CN"
    return format_date(on, _("M月d日 EEE"), locale=locale)
