"""A field in which several people are named, also such as are beyond the writer's reach."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from luoshi.edge.web.choosing import person_label
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import by_account
from luoshi.ground.people.staff import named_within

_BETWEEN = re.compile(r"[、，,；;\n]+")
_MARKED = re.compile(r"[（(]([^（）()]+)[）)]$")
MOST = 2000


class PeopleField(forms.CharField):
    """Names of people, whole or with the account, one after another; ``paths`` is where they are looked for.

    Whoever is written in full is found also beyond what the writer may browse, because a guest comes from
    elsewhere; a part of a name finds nobody.
    """

    paths: tuple[str, ...] = ()

    def __init__(self, **options: Any) -> None:
        super().__init__(
            max_length=MOST,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "maxlength": False}),
            **options,
        )

    def to_python(self, value: Any) -> Any:
        """Return the people. Raises ``ValidationError`` for every name that nobody or several people have."""
        words = [word.strip() for word in _BETWEEN.split(str(value or "")) if word.strip()]
        if not words:
            return []
        accounts = {marked[1].strip() for word in words if (marked := _MARKED.search(word))}
        known = by_account({*accounts, *words})
        named = named_within({_MARKED.sub("", word).strip() for word in words}, self.paths)
        found, unclear = [], []
        for word in words:
            try:
                found.append(_one(word, known, named))
            except forms.ValidationError as fault:
                unclear.append(fault)
        if unclear:
            raise forms.ValidationError(unclear)
        return found

    def validate(self, value: Any) -> None:
        """Nobody has to be named."""

    def run_validators(self, value: Any) -> None:
        """Nothing is left to check."""


def _one(word: str, known: dict[str, Person], named: dict[str, list[Person]]) -> Person:
    marked = _MARKED.search(word)
    name = word[: marked.start()].strip() if marked else word
    same = named.get(name, [])
    exact = known.get(marked[1].strip() if marked else word)
    if exact is not None and (exact in same or not marked):
        return exact
    if len(same) == 1:
        return same[0]
    if not same:
        raise forms.ValidationError(
            _("没有找到“%(word)s”：请写全名；还没有登记的人先请其所在组织登记。") % {"word": word[:40]}
        )
    several = "、".join(person_label(each) for each in same[:5])
    raise forms.ValidationError(
        _("叫“%(word)s”的有几位：请写明是%(several)s中的哪一位。") % {"word": word[:40], "several": several}
    )
