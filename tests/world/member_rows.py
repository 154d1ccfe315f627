"""Who may open what of members and of those on the way: rows for the matrix, and what they name."""

from luoshi.act.membership.actions import apply, take_step
from luoshi.act.membership.queries import steps_of
from luoshi.act.membership.steps import StepKind
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .ground import AT, TODAY, plant, somebody
from .roles import World

# The columns are those of the matrix.
INSIDE = "> ++ + +++ -- ---"
OUTSIDE = "> -- + --- +- ---"
NOBODY = "> -- - --- -- ---"
KEPT_BELOW = "> ++ - ++- -- ---"
KEPT_ELSEWHERE = "> -- - --- +- ---"
ON_PLACE = (
    "organization_members",
    "organization_members_file",
    "organization_development",
    "organization_application",
)
MEMBER_ROWS: tuple[tuple[str, str, str, str], ...] = (
    *((name, "get", "branch", INSIDE) for name in ON_PLACE),
    *((name, "get", "branch_elsewhere", OUTSIDE) for name in ON_PLACE),
    *((name, "get", "missing", NOBODY) for name in ON_PLACE),
    # Only a branch takes applications.
    ("organization_application", "get", "office", NOBODY),
    *(("admission", method, "applicant", INSIDE) for method in ("get", "post")),
    *(("admission", method, "applicant_elsewhere", OUTSIDE) for method in ("get", "post")),
    ("admission", "get", "member", NOBODY),
    ("admission", "get", "missing", NOBODY),
    ("admission_step_withdrawal", "get", "step", INSIDE),
    ("admission_step_withdrawal", "get", "step_elsewhere", OUTSIDE),
    ("admission_step_withdrawal", "get", "missing", NOBODY),
    ("membership_ending", "get", "member", KEPT_BELOW),
    ("membership_ending", "get", "member_elsewhere", KEPT_ELSEWHERE),
    ("membership_ending", "get", "applicant", NOBODY),
)


def member_things(world: World) -> dict[str, dict[str, object]]:
    """Return a branch of the office and one of a unit elsewhere, in each a member, and somebody on the way with a step."""
    places = (("", world.cast.office, world.cast.owner), ("_elsewhere", world.elsewhere, world.cast.stranger))
    found: dict[str, dict[str, object]] = {}
    for suffix, place, by in places:
        branch = plant(f"党支部{suffix}", place)
        applicant = _on_the_way(f"申请人{suffix}", branch, by)
        found |= {
            f"branch{suffix}": {"number": branch.pk},
            f"member{suffix}": {"number": somebody(f"党员{suffix}", branch).pk},
            f"applicant{suffix}": {"number": applicant.pk},
            f"step{suffix}": {"number": steps_of(applicant)[-1].pk},
        }
    return found


def _on_the_way(name: str, branch: Organization, by: Person) -> Person:
    person = apply(name, account=name, on=TODAY, branch=branch, by=by, at=AT)
    take_step(person, kind=StepKind.TALKED, on=TODAY, branch=branch, by=by, at=AT)
    return person
