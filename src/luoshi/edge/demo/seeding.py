"""The city is seeded into an empty data directory, once."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import get_current_timezone, localdate

from luoshi.core.periods import WorkCalendar
from luoshi.core.refusals import N_, Refusal
from luoshi.ground.organizations.actions.shape import hold_shape
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .admissions import admit_some
from .content import city
from .days import Days
from .diary import Diary
from .duties import tell_duties
from .entrance import open_accounts
from .life import hold
from .papers import tell_papers
from .parts import Company
from .rules import lay_down
from .settling import FIRST_DAY, settle
from .stories import tell

FOREIGN = N_(
    "数据目录里已有别的组织或人员（如“{name}”），示范城市只建在空的数据目录里："
    "请把 LUOSHI_HOME 指向一个新目录，再执行 luoshi demo。"
)


@transaction.atomic
def seed(*, at: datetime, calendar: WorkCalendar) -> bool:
    """Seed the city as it stands at that moment; return False where it is seeded already.

    All of it is there afterwards or nothing is. Raises ``Refusal`` where anybody else is.
    """
    # Of two who seed at once, the second finds what the first has made.
    hold_shape()
    if is_seeded():
        return False
    stranger = Organization.objects.order_by("pk").first() or Person.objects.order_by("pk").first()
    if stranger is not None:
        raise Refusal(FOREIGN, name=stranger.name)
    days = Days(localdate(at), calendar, get_current_timezone())
    settle(days)
    open_accounts(at=days.moment(FIRST_DAY, 0, 0))
    diary = Diary(days)
    company = Company(days.today)
    tell(diary, company)
    tell_duties(diary, company)
    tell_papers(diary, company)
    hold(diary, company)
    admit_some(diary, company)
    lay_down(diary, company)
    diary.live_through()
    return True


def is_seeded() -> bool:
    """Tell whether the city is there: its committee, under its code and name."""
    committee = city()["committee"]
    return Organization.objects.filter(code=committee["code"], name=committee["name"]).exists()
