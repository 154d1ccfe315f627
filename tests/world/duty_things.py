"""Who may open which page of duties, for the matrix of all pages, and what their addresses name, here and elsewhere."""

from django.utils.timezone import localdate, now

from luoshi.ground.people.queries import posts_of
from luoshi.plan.duties.actions import add_item, convene, draft_list, hold, register, take_up
from luoshi.plan.duties.actions.items import Wording
from luoshi.plan.duties.actions.submissions import Said
from luoshi.plan.duties.vocabulary import Area, Concern, Frequency, Overseer, SubmissionKind

from .ground import AT, TODAY
from .roles import World

# As in the matrix: anonymous; secretary, leader; supervisor; officer, clerk, stand-in; stranger, no post; system offices.
MEMBERS = "> ++ + +++ ++ ---"
INSIDE = "> ++ + +++ -- ---"
OUTSIDE = "> -- + --- +- ---"
NOBODY = "> -- - --- -- ---"
IN_POST = "> ++ + +++ +- ---"
KEPT_BELOW = "> ++ - ++- -- ---"
KEPT_ELSEWHERE = "> -- - --- +- ---"
# Holders of leading posts, in person; of the committee alone; the secretary alone, whose docket it is.
LEADERS = "> ++ - --- +- ---"
LEADERS_INSIDE = "> ++ - --- -- ---"
LEADERS_ELSEWHERE = "> -- - --- +- ---"
SECRETARY_ALONE = "> +- - --- -- ---"
# In post in the office itself; in post in the committee itself, or standing in for somebody who is.
OF_OFFICE = "> -- - -+- -- ---"
COMMITTEE_POSTS = "> ++ - +-+ -- ---"
BELOW_SOMETHING = "> ++ - +++ +- ---"

DUTY_ROWS = (
    ("duties", "get", "", MEMBERS),
    ("duty_posts", "get", "", MEMBERS),
    ("duty_matrix", "get", "", MEMBERS),
    ("new_duty_list", "post", "post", KEPT_BELOW),
    ("new_duty_list", "post", "post_elsewhere", KEPT_ELSEWHERE),
    ("duty_list", "get", "duty_list", INSIDE),
    ("duty_list", "get", "other_duty_list", OUTSIDE),
    ("duty_list", "get", "missing", NOBODY),
    ("duty_list_publication", "get", "duty_list", LEADERS_INSIDE),
    ("duty_list_publication", "get", "other_duty_list", LEADERS_ELSEWHERE),
    ("duty_list_acceptance", "post", "duty_list", INSIDE),
    ("duty_list_acceptance", "post", "other_duty_list", OUTSIDE),
    ("new_duty_item", "get", "duty_list", KEPT_BELOW),
    *((name, "get", "duty_item", KEPT_BELOW) for name in ("duty_item", "duty_item_removal")),
    ("duty_item_return", "post", "duty_item", KEPT_BELOW),
    *((name, "get", "other_duty_item", KEPT_ELSEWHERE) for name in ("duty_item", "duty_item_removal")),
    ("docket", "get", "", MEMBERS),
    ("docket_deployment", "get", "", LEADERS),
    ("docket_taking", "get", "task", LEADERS_INSIDE),
    ("docket_taking", "post", "task_elsewhere", LEADERS_ELSEWHERE),
    ("docket_release", "get", "docket_entry", SECRETARY_ALONE),
    ("docket_release", "get", "missing", NOBODY),
    ("hearings", "get", "", MEMBERS),
    ("new_hearing", "get", "", IN_POST),
    *((name, "get", "hearing", INSIDE) for name in ("hearing", "hearing_minutes")),
    *((name, "get", "other_hearing", OUTSIDE) for name in ("hearing", "hearing_minutes")),
    *((f"hearing_{act}", "get", "hearing", OF_OFFICE) for act in ("arrangement", "record", "decision")),
    *(
        (f"hearing_{act}", "get", "other_hearing", KEPT_ELSEWHERE)
        for act in ("arrangement", "record", "decision")
    ),
    ("submissions", "get", "", MEMBERS),
    ("new_submission", "get", "", BELOW_SOMETHING),
    ("submission", "get", "submission", INSIDE),
    ("submission", "get", "other_submission", OUTSIDE),
    ("submission_answer", "get", "submission", COMMITTEE_POSTS),
    ("submission_withdrawal", "get", "submission", OF_OFFICE),
    ("submission_withdrawal", "get", "other_submission", KEPT_ELSEWHERE),
)


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
