"""A committee with branches that owe something, and what they did, for tests of obligations."""

from dataclasses import dataclass
from datetime import date, datetime

from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.models import Person, PostKind
from luoshi.plan.obligations.actions import fulfil
from luoshi.plan.obligations.models import RuleVersion
from luoshi.plan.obligations.wording import Choice, written

from .ground import AT, plant, somebody
from .loop import holder

REPORT = "education_report"


@dataclass(frozen=True)
class Committee:
    """A committee, its branches, and who may make rules there; a branch elsewhere is bound by none of them."""

    root: Organization
    committee: Organization
    branches: tuple[Organization, ...]
    elsewhere: Organization
    secretary: Person
    officer: Person


def committee(branches: int = 2, members: int = 3) -> Committee:
    """Plant it, with so many members at home in each branch."""
    root = plant("海州市机关工委", kind=OrganizationKind.WORK_COMMITTEE)
    above = plant("市数据局机关党委", root, OrganizationKind.ORGAN_COMMITTEE)
    places = tuple(plant(f"第{number}党支部", above) for number in range(1, branches + 1))
    for place in places:
        for number in range(members):
            somebody(f"党员{number}", place)
    other = plant("市民政局机关党委", root, OrganizationKind.ORGAN_COMMITTEE)
    return Committee(
        root=root,
        committee=above,
        branches=places,
        elsewhere=plant("民政第一党支部", other),
        secretary=holder("甲书记", above, PostKind.SECRETARY),
        officer=holder("己干部", above, PostKind.AFFAIRS_OFFICER),
    )


def monthly(since: date, at_least: int = 1, **others: object) -> str:
    """Return a local rule: each branch reports so often a month."""
    choice = {"what": REPORT, "per": "month", "binds": ("branch",), "basis": "本级制度", **others}
    return written(Choice(at_least=at_least, since=since, **choice))  # type: ignore[arg-type]  # as a form gives them


def reported(branch: Organization, *days: date) -> None:
    """Let the branch report on these days."""
    for day in days:
        at = AT if day <= AT.date() else datetime(day.year, day.month, day.day, 12, tzinfo=AT.tzinfo)
        fulfil(branch, REPORT, made_on=day, by=None, at=at)


def in_force(version: RuleVersion, since: date) -> RuleVersion:
    """Put a version into force without its trial, for tests of what follows from a rule."""
    RuleVersion.objects.filter(pk=version.pk).update(valid_from=since, published_at=AT)
    version.refresh_from_db()
    return version
