"""Fields in which somebody names an organization or a person: as people write them, with suggestions as they type.

A suggestion puts ``市数据局（A01）`` into the field. Without a script a name, short name, code or account will do.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import named, search
from luoshi.ground.people.models import Person
from luoshi.ground.people.staff import search_people

_MARKED = re.compile(r"[（(]([^（）()]+)[）)]$")
LONGEST = 160
# In an address that asks for suggestions: what is above the reach may be meant too, because it gives tasks to it.
ABOVE = "above"
# As well: the field names several things, and what is typed is the last of them.
SEVERAL = "several"
_APART = re.compile(r"[、，,；;\n]")


def label(organization: Organization) -> str:
    """Return how a suggestion writes an organization, which leads back to it and no other."""
    return f"{organization.name}（{organization.code}）"


def person_label(person: Person) -> str:
    """Return how a suggestion writes a person."""
    return f"{person.name}（{person.account}）"


def typed_word(request: HttpRequest) -> str:
    """Return what somebody typed into a field that asks for suggestions, whatever the field is called."""
    typed = (value for name, value in request.GET.items() if name not in (ABOVE, SEVERAL))
    word = str(next(typed, ""))
    return (_APART.split(word)[-1] if SEVERAL in request.GET else word).strip()[:LONGEST]


class NamingField(forms.CharField, ABC):
    """A text that names one thing within ``paths``, which the form sets to the viewer's; anywhere where it sets none."""

    address: str | Promise
    paths: tuple[str, ...] | None = ()

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST, **options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask for suggestions a moment after the last letter."""
        asking = {
            "hx-get": self.address,
            "hx-trigger": "input changed delay:200ms",
            "hx-target": "next .suggestions",
            "autocomplete": "off",
            "data-suggest": "",
        }
        return {**super().widget_attrs(widget), **asking}

    def to_python(self, value: Any) -> Any:
        """Return the thing that is named. Raises ``ValidationError`` for none, and for several."""
        text = super().to_python(value)
        if not text:
            return None
        marked = _MARKED.search(text)
        word = marked[1].strip() if marked else text
        found = self.found(word)
        exact = [each for each in found if word in self.names(each)]
        chosen = exact or found
        if not chosen:
            said = _("您的范围内没有找到“%(word)s”：请换全称、代码或拼音首字母。")
            if self.paths is None:
                said = _("没有叫“%(word)s”的组织：请写全称、简称或代码。")
            raise forms.ValidationError(said % {"word": word[:40]})
        if len(chosen) > 1:
            several = "、".join(self.written(each) for each in chosen[:5])
            raise forms.ValidationError(
                _("“%(word)s”可以指%(several)s：请写明是哪一个。") % {"word": word[:40], "several": several}
            )
        return chosen[0]

    def validate(self, value: Any) -> None:
        """Demand that something is named where it must be."""
        if value is None and self.required:
            raise forms.ValidationError(self.error_messages["required"])

    def run_validators(self, value: Any) -> None:
        """Nothing is left to check: what is named exists, and how long its name may be does not matter."""

    @abstractmethod
    def found(self, word: str) -> Sequence[Any]:
        """Return what the word may mean within ``paths``."""

    @abstractmethod
    def names(self, each: Any) -> set[str]:
        """Return what names the thing and nothing else."""

    @abstractmethod
    def written(self, each: Any) -> str:
        """Return how a suggestion writes the thing."""


class OrganizationField(NamingField):
    """Names an active organization."""

    address = reverse_lazy("organization_search")

    def found(self, word: str) -> list[Organization]:
        """Search the tree within reach; a whole code means nothing else. Beyond reach only whole names are found."""
        exact = named(word, self.paths)
        coded = [each for each in exact if each.code == word]
        return coded or exact or ([] if self.paths is None else search(word, self.paths))

    def names(self, each: Organization) -> set[str]:
        """An organization goes by code, name and short name."""
        return {each.code, each.name, each.short_name}

    def written(self, each: Organization) -> str:
        """Name and code."""
        return label(each)


class OrganizationsField(OrganizationField):
    """Names several active organizations, one after the other with 、 between them."""

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Ask for suggestions for the last name, and let a suggestion leave the others alone."""
        attrs = super().widget_attrs(widget)
        return {
            **attrs,
            "hx-get": format_lazy("{}?{}=1", self.address, SEVERAL),
            "data-several": "、",
            "maxlength": False,
        }

    def to_python(self, value: Any) -> Any:
        """Return the organizations in the order named. Raises ``ValidationError`` for the first that is none."""
        found: list[Organization] = []
        for name in filter(None, (each.strip() for each in _APART.split(value or ""))):
            one = super().to_python(name)
            if one in found:
                raise forms.ValidationError(_("“%(name)s”写了两次：请去掉一次。") % {"name": one.name})
            found.append(one)
        return found


class PersonField(NamingField):
    """Names a person at home or in post within reach."""

    address = reverse_lazy("person_search")

    def found(self, word: str) -> list[Person]:
        """Search the people within reach; a whole account means nobody else."""
        found = search_people(word, self.paths or (), localdate())
        return [each for each in found if each.account == word] or found

    def names(self, each: Person) -> set[str]:
        """A person goes by account and name."""
        return {each.account, each.name}

    def written(self, each: Person) -> str:
        """Name and account."""
        return person_label(each)
