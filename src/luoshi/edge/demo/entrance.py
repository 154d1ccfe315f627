"""How visitors get into the city: the cast have accounts, and the policy asks for no second factor."""

from datetime import datetime
from pathlib import Path

from luoshi.ground.accounts.actions import choose_password, give_office, open_account
from luoshi.ground.accounts.models import Office
from luoshi.ground.people.queries import by_account

from .content import cast, password, text

POLICY = "second_factor.toml"


def open_accounts(*, at: datetime) -> None:
    """Open an account for each of the cast, all with the one password that the demo prints."""
    persons = by_account([each["account"] for each in cast()])
    for each in cast():
        person = persons[each["account"]]
        account, _temporary = open_account(person, by=None, at=at)
        choose_password(account, password(), by=person.pk, at=at)
        if "office" in each:
            give_office(account, office=Office(each["office"]), by=None, at=at)


def relax(home: Path) -> None:
    """Let people in without a second factor, unless the data directory ``home`` has a policy of its own."""
    file = home / "content" / "policies" / POLICY
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(POLICY), encoding="utf-8")
