"""Who may open what of organizational life: rows for the matrix of addresses and roles, and what they name."""

from .roles import World

Row = tuple[str, str, str, str]
ON_ACTIVITY = ("activity", "activity_correction", "activity_withdrawal", "activity_resolution")
ON_ORGANIZATION = (
    ("organization_activities", "get"),
    ("activity_recording", "get"),
    ("talk_recording", "get"),
    ("activity_ledger", "get"),
    ("activity_ledger", "post"),
    ("activity_ledger_import", "post"),
    ("activity_pack", "get"),
    ("activity_pack_file", "get"),
)
# Who took part, here the stand-in, and who answers for the committee above; a stand-in as such reads nothing of it.
CONFIDANTS = "> ++ - --+ -- ---"


def organizational_life(members: str, inside: str, outside: str, nobody: str) -> list[Row]:
    """Return the rows, given who is meant by everybody with business, those within reach, those elsewhere, nobody."""
    return [
        ("activities", "get", "", members),
        ("talks", "get", "", members),
        *((name, method, "office", inside) for name, method in ON_ORGANIZATION),
        *((name, method, "elsewhere", outside) for name, method in ON_ORGANIZATION),
        *((name, "get", "activity", inside) for name in ON_ACTIVITY),
        *((name, "get", "activity_elsewhere", outside) for name in ON_ACTIVITY),
        ("activity", "get", "talk", CONFIDANTS),
        ("activity_withdrawal", "get", "talk", CONFIDANTS),
        ("activity_correction", "get", "talk", nobody),
        ("activity_file", "get", "no_file", nobody),
    ]


def activities_of(world: World) -> dict[str, dict[str, object]]:
    """Return an activity of the office, one of a unit elsewhere, and a talk of two of the office's people."""
    return {
        "activity": {"number": world.activity.pk},
        "activity_elsewhere": {"number": world.activity_elsewhere.pk},
        "talk": {"number": world.talk.pk},
        "no_file": {"number": world.activity.pk, "file": 999_999},
    }
