"""What pages of organizational life call things."""

from collections.abc import Iterable
from decimal import Decimal

from django.utils.translation import gettext as _

from luoshi.act.activities.manners import label_of
from luoshi.act.activities.quorum import Quorum


def called(kinds: Iterable[str]) -> str:
    """Return the kinds as people call them."""
    return "、".join(_(label_of(kind)) for kind in kinds)


def lasted(hours: Decimal | None) -> str:
    """Return how long it took, nothing where nobody said."""
    if hours is None:
        return ""
    return _("%(hours)s小时") % {"hours": f"{hours.normalize():f}"}


def quorum_in_words(quorum: Quorum) -> str:
    """Return whether enough were there, by which rule."""
    said = (
        _("有表决权的应到 %(due)d 人，实到 %(present)d 人，须 %(needed)d 人：够了。")
        if quorum.is_met
        else _("有表决权的应到 %(due)d 人，实到 %(present)d 人，须 %(needed)d 人：不够，不能表决。")
    )
    return said % {"due": quorum.due, "present": quorum.present, "needed": quorum.needed}


def basis_in_words(quorum: Quorum) -> str:
    """Return the rule and where it stands; what nobody held against the text says so."""
    rule = quorum.threshold
    said = _("%(rule)s（%(cites)s）") if rule.checked else _("%(rule)s（%(cites)s，条文待核对）")
    return said % {"rule": _(rule.sentence), "cites": _(rule.cites)}
