"""Which organizations a document means by the names it writes.

Whoever deploys speaks of the organizations at and below it: by name, by short name, or by an alias that
somebody there answered before. A name that means none of them, or several, is a question.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.organizations.paths import below
from luoshi.ground.organizations.queries import active, search, subtree

from .models import Alias
from .refusals import AMBIGUOUS, NO_UNIT

# Kinds whose names end in the name of another kind come first.
KIND_WORDS = (
    ("机关党委", OrganizationKind.ORGAN_COMMITTEE),
    ("机关纪委", OrganizationKind.DISCIPLINE_COMMITTEE),
    ("党总支", OrganizationKind.GENERAL_BRANCH),
    ("党小组", OrganizationKind.GROUP),
    ("支部", OrganizationKind.BRANCH),
    ("党组", OrganizationKind.PARTY_GROUP),
    ("处室", OrganizationKind.OFFICE),
    ("单位", OrganizationKind.UNIT),
    ("部门", OrganizationKind.UNIT),
)
EVERY = re.compile("^(?:各|每个|每|全体|所有|全部)")
_ALL_BELOW = re.compile(
    r"(?P<above>.*?)(?:下属)?全部(?P<word>" + "|".join(word for word, _ in KIND_WORDS) + ")$"
)
_CODED = re.compile(r"（(?P<code>[^（）]+)）$")
_BETWEEN = re.compile(r"[、，,;；\n]+")


@dataclass(frozen=True, slots=True)
class Parties:
    """What each written name means 责任主体: ids of organizations, or candidates where that must be asked."""

    known: Mapping[str, tuple[int, ...]]
    candidates: Mapping[str, tuple[Organization, ...]] = field(default_factory=dict)

    def ids(self, names: Iterable[str]) -> list[int]:
        """Return whom the names mean as far as known, each once."""
        return list(dict.fromkeys(found for name in names for found in self.known.get(name, ())))


def kind_meant(name: str) -> OrganizationKind | None:
    """Return of which kind of organizations a name speaks that means all of them (各支部, or just 党组), or nothing."""
    every = EVERY.search(name)
    return next((kind for word, kind in KIND_WORDS if name == word or (every and word in name)), None)


def parties(organization: Organization, names: Iterable[str]) -> Parties:
    """Return what the names mean to the organization, in three queries however many they are."""
    wanted = sorted(set(names))
    near = active(subtree(organization))
    known: dict[str, tuple[int, ...]] = {}
    aliases = list(
        Alias.objects.filter(deploying=organization, name__in=wanted).select_related("organization")
    )
    expanded = _expanded([alias for alias in aliases if alias.each_kind])
    for alias in aliases:
        known[alias.name] = expanded[alias.pk] if alias.each_kind else (alias.organization_id,)
    called: dict[str, list[Organization]] = defaultdict(list)
    match = Q(pk__in=())
    for name in wanted:
        match |= Q(name__endswith=name) | Q(short_name=name)
    for each in near.filter(match) if wanted else ():
        for name in wanted:
            if each.name.endswith(name) or each.short_name == name:
                called[name].append(each)
    for name, found in called.items():
        exact = [each for each in found if name in (each.name, each.short_name)]
        if len(exact) == 1:
            known.setdefault(name, (exact[0].pk,))
    unknown = [name for name in wanted if name not in known]
    return Parties(known, {name: tuple(called.get(name, ())[:3]) for name in unknown})


def _expanded(aliases: list[Alias]) -> dict[int, tuple[int, ...]]:
    """Return by alias the organizations of its kind at and below the one it names."""
    condition = Q(pk__in=())
    for alias in aliases:
        condition |= below(alias.organization.path) & Q(kind=alias.each_kind)
    found = list(active(Organization.objects.filter(condition).order_by("path"))) if aliases else []
    return {
        alias.pk: tuple(
            each.pk
            for each in found
            if each.kind == alias.each_kind and each.path.startswith(alias.organization.path)
        )
        for alias in aliases
    }


def meant(organization: Organization, words: str) -> list[Organization]:
    """Return the organizations that somebody typed, between 、 or commas.

    A name, a short name, ``名称（代码）``, a code, an alias, initials that fit one organization alone, or all
    of a kind: 市直机关工委下属全部党支部. Raises ``Refusal`` for a word that means none or several.
    """
    found: dict[int, Organization] = {}
    for word in filter(None, (each.strip() for each in _BETWEEN.split(words))):
        found |= {each.pk: each for each in _meant(organization, word)}
    return list(found.values())


def meaning_of(organization: Organization, words: str) -> tuple[Organization, OrganizationKind | None]:
    """Return the one organization that the words mean, and of which kind all below it where they say so.

    Raises ``Refusal`` as ``meant`` does.
    """
    word = words.strip()
    everyone = _ALL_BELOW.match(word)
    if everyone and not active(subtree(organization)).filter(name=word).exists():
        above = everyone["above"].strip()
        return (_meant(organization, above)[0] if above else organization), dict(KIND_WORDS)[everyone["word"]]
    return _meant(organization, word)[0], None


def _meant(organization: Organization, word: str) -> list[Organization]:
    near = active(subtree(organization))
    coded = _CODED.search(word)
    code = coded["code"] if coded else word
    exact = list(near.filter(Q(name=word) | Q(short_name=word) | Q(code=code)))
    if len(exact) == 1:
        return exact
    known = () if exact else parties(organization, [word]).known.get(word, ())
    if known:
        return list(near.filter(pk__in=known))
    everyone = _ALL_BELOW.match(word)
    if everyone and not exact:
        return _all_below(organization, word, everyone["above"], everyone["word"])
    found = exact or search(word, [organization.path], 3)
    if not found:
        raise Refusal(NO_UNIT, word=word)
    if len(found) > 1:
        raise Refusal(AMBIGUOUS, word=word, names="、".join(f"{each.name}（{each.code}）" for each in found))
    return found


def _all_below(organization: Organization, word: str, above: str, kind_word: str) -> list[Organization]:
    [place, *_] = _meant(organization, above) if above.strip() else [organization]
    kind = dict(KIND_WORDS)[kind_word]
    found = list(active(subtree(place)).filter(kind=kind))
    if not found:
        raise Refusal(NO_UNIT, word=word)
    return found
