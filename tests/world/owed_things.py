"""Who may open what of what is owed, of rules, burden and calendars: rows for the matrix, and what they name."""

from datetime import date

from django.utils.timezone import now

from luoshi.plan.obligations.actions import draft_rule, fulfil

from .branches import monthly
from .ground import TODAY, plant
from .roles import World

# The columns are those of the matrix.
MEMBERS = "> ++ + +++ ++ ---"
INSIDE = "> ++ + +++ -- ---"
OUTSIDE = "> -- + --- +- ---"
NOBODY = "> -- - --- -- ---"
NOWHERE = "- -- - --- -- ---"
COMMITTEE = "> ++ + +-+ -- ---"
KEPT_BELOW = "> ++ - ++- -- ---"
KEPT_ELSEWHERE = "> -- - --- +- ---"
# Those in post in the committee itself, or standing in; those whose posts may make rules for what is below them.
COMMITTEE_POSTS = "> ++ - +-+ -- ---"
MAKERS = "> ++ - +-+ +- ---"
OWED_ROWS: tuple[tuple[str, str, str, str], ...] = (
    ("obligations", "get", "", MEMBERS),
    # Whose figure it is, is asked for behind the question mark.
    ("obligations_behind", "get", "", NOBODY),
    ("organization_obligations", "get", "office", INSIDE),
    ("organization_obligations", "get", "elsewhere", OUTSIDE),
    ("organization_hours", "get", "hours", KEPT_BELOW),
    ("organization_hours", "get", "hours_elsewhere", KEPT_ELSEWHERE),
    ("organization_fact", "get", "fact", KEPT_BELOW),
    ("organization_fact", "get", "fact_elsewhere", KEPT_ELSEWHERE),
    ("organization_fact", "get", "no_fact", NOBODY),
    ("organization_fulfilment", "get", "office", KEPT_BELOW),
    ("organization_fulfilment", "get", "elsewhere", KEPT_ELSEWHERE),
    ("fulfilment", "get", "fulfilment", INSIDE),
    ("fulfilment", "get", "fulfilment_elsewhere", OUTSIDE),
    ("fulfilment_withdrawal", "post", "fulfilment", KEPT_BELOW),
    ("fulfilment_withdrawal", "post", "missing", NOBODY),
    ("rules", "get", "", MEMBERS),
    ("rule", "get", "rule", MEMBERS),
    ("rule", "get", "no_rule", NOBODY),
    ("rule_cases", "get", "rule", MEMBERS),
    ("rule_cases", "get", "no_rule", NOBODY),
    ("new_rule", "get", "", MAKERS),
    ("brought_rule", "get", "", MAKERS),
    ("rule_version", "get", "version", COMMITTEE),
    ("rule_version", "get", "version_elsewhere", OUTSIDE),
    ("rule_text", "get", "version", COMMITTEE_POSTS),
    ("rule_trial", "post", "version", COMMITTEE_POSTS),
    ("rule_publication", "get", "version", COMMITTEE_POSTS),
    ("rule_repeal", "get", "version", COMMITTEE_POSTS),
    ("rule_approval", "get", "version", "> ++ - --+ -- ---"),
    *(
        (f"rule_{act}", "get", "missing", NOBODY)
        for act in ("version", "text", "publication", "approval", "repeal")
    ),
    ("rule_trial", "post", "missing", NOBODY),
    ("burden", "get", "", MEMBERS),
    ("unit_burden", "get", "office", INSIDE),
    ("unit_burden", "get", "elsewhere", OUTSIDE),
    ("feeds", "get", "", MEMBERS),
    ("feed_revocation", "post", "missing", NOBODY),
    ("feed", "get", "no_secret", NOWHERE),
)


def owed_things(world: World) -> dict[str, dict[str, object]]:
    """Return facts, what was fulfilled, and drafted rules, of the office or its committee, and of a unit elsewhere."""
    who, stranger = world.cast, world.people["stranger"]
    at, since = now(), date(2027, 1, 1)
    done = [
        fulfil(place, "duty_report", made_on=TODAY, by=None, at=at) for place in (who.office, world.elsewhere)
    ]
    drafted = [
        draft_rule(place, monthly(since), by=by, at=at)
        for place, by in ((who.committee, world.people["officer"]), (world.elsewhere, stranger))
    ]
    return {
        "hours": {"number": plant("机关支部", who.office).pk, "code": "JY-07"},
        "hours_elsewhere": {"number": plant("外单位支部", world.elsewhere).pk, "code": "JY-07"},
        "fact": {"number": who.office.pk, "fact": "staff"},
        "fact_elsewhere": {"number": world.elsewhere.pk, "fact": "staff"},
        "no_fact": {"number": who.office.pk, "fact": "moon"},
        "fulfilment": {"number": done[0].pk},
        "fulfilment_elsewhere": {"number": done[1].pk},
        "version": {"number": drafted[0].pk},
        "version_elsewhere": {"number": drafted[1].pk},
        "rule": {"code": "ZB-10"},
        "no_rule": {"code": "ZB-0"},
        "no_secret": {"secret": "nobody-knows"},
    }
