"""Which organization somebody means by what was typed: its name, its short name or its code."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import within

# A suggestion writes the code after the name.
_MARKED = re.compile(r"[（(]([^（）()]+)[）)]$")


class Named(NamedTuple):
    """What was found under a name: the path of the one organization, or why there is none; neither for no name."""

    path: str = ""
    complaint: str = ""
    organization: Organization | None = None


def named(text: str, paths: Iterable[str] | None) -> Named:
    """Return the standing organization of that name at or below the paths, or anywhere where no paths are given."""
    if not text:
        return Named()
    marked = _MARKED.search(text)
    code = Q(code=marked.group(1)) if marked else Q(code=text)
    standing = Organization.objects.filter(dissolved_on=None)
    if paths is not None:
        standing = standing.filter(within(paths))
    found = list(standing.filter(code | Q(name=text) | Q(short_name=text)).order_by("path")[:2])
    if not found:
        return Named(complaint=_("没有叫“%(name)s”的组织：请写全称、简称或代码。") % {"name": text})
    if len(found) > 1:
        said = {"name": text, "code": found[0].code}
        return Named(complaint=_("叫“%(name)s”的组织不止一个：请写代码，例如 %(code)s。") % said)
    return Named(path=found[0].path, organization=found[0])
