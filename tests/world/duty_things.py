"""What addresses of duties name: a list, an item, an entry of a docket, a hearing, a request, here and elsewhere."""

from django.utils.timezone import localdate, now

from luoshi.ground.people.queries import posts_of
from luoshi.plan.duties.actions import add_item, convene, draft_list, hold, register, take_up
from luoshi.plan.duties.actions.items import Wording
from luoshi.plan.duties.actions.submissions import Said
from luoshi.plan.duties.vocabulary import Area, Concern, Frequency, Overseer, SubmissionKind

from .ground import AT, TODAY
from .roles import World


def duty_things(world: World) -> dict[str, dict[str, object]]:
    """Return a list, an item, an entry of a docket, a hearing and a request, of the office and of a unit elsewhere."""
    who, stranger = world.cast, world.people["stranger"]
    [root] = [post.organization for post in posts_of(who.supervisor, TODAY)]
    made: dict[str, dict[str, object]] = {}
    for prefix, person, keeper, place, to in (
        ("", who.owner, who.issuer, who.office, who.committee),
        ("other_", stranger, stranger, world.elsewhere, root),
    ):
        [seat] = posts_of(person, TODAY)
        listed = draft_list(seat, localdate().year, by=keeper, at=now())
        made[f"{prefix}duty_list"] = {"number": listed.pk}
        wording = Wording("走访", "走访群众。", "每月一次。", Area.MEMBERS, Frequency.MONTH, Overseer.OWN)
        item = add_item(listed, wording, by=keeper, at=now())
        made[f"{prefix}duty_item"] = {"number": listed.pk, "key": item.key}
        hearing = convene(place, TODAY, by=person, at=AT)
        hold(hearing, held_on=TODAY, present="", minutes="听了。", by=person, at=AT)
        made[f"{prefix}hearing"] = {"number": hearing.pk}
        said = Said(SubmissionKind.REQUEST, "请示", "妥否，请批示。", 5)
        submitted = register(said, organization=place, to=to, by=person, at=AT)
        made[f"{prefix}submission"] = {"number": submitted.pk}
    [seat] = posts_of(who.issuer, TODAY)
    entry = take_up(who.accepted(), post=seat, concern=Concern.ASK, by=who.issuer, at=AT)
    return {**made, "docket_entry": {"number": entry.pk}}
