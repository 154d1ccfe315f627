"""Whom the names in a ledger mean: read once for all rows."""

from collections import defaultdict
from collections.abc import Iterable

from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import subtree
from luoshi.ground.people.models import Person, Standing
from luoshi.ground.people.staff import at_home_within, named_within


class Register:
    """The organizations at and below one, and who is at home in them 花名册; others are looked up by whole name."""

    def __init__(self, organization: Organization, root: str) -> None:
        """Read them; ``root`` is the path of where guests are looked for."""
        self.organization, self._root = organization, root
        self._places: dict[str, Organization] = {}
        for each in subtree(organization).filter(dissolved_on=None):
            for name in (each.code, each.name, each.short_name):
                if name:
                    self._places.setdefault(name, each)
        self._members: dict[int, dict[str, list[Person]]] = defaultdict(lambda: defaultdict(list))
        for person in at_home_within([organization.path]):
            if person.home_id is not None and person.standing != Standing.NONE:
                self._members[person.home_id][person.name].append(person)
        self._guests: dict[str, list[Person]] = {}

    def place(self, name: str) -> Organization | None:
        """Return the organization that the cell names; the ledger's own where it is empty."""
        return self._places.get(name) if name else self.organization

    def members(self, place: Organization) -> list[Person]:
        """Return everybody at home there."""
        return [person for same in self._members[place.pk].values() for person in same]

    def look_up(self, names: Iterable[str]) -> None:
        """Look up, at once, the names that nobody at home has."""
        homely = {name for members in self._members.values() for name in members}
        self._guests |= named_within(set(names) - homely, [self._root])

    def named(self, name: str, place: Organization) -> list[Person]:
        """Return who is called so: at home there, else below the ledger's organization, else anywhere."""
        own = self._members[place.pk].get(name)
        if own:
            return own
        below = [person for members in self._members.values() for person in members.get(name, ())]
        return below or self._guests.get(name, [])
