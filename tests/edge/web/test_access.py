"""Every address has its mark, and a viewer's word reaches the subtrees of posts, own and lent."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from luoshi.edge.web.access import Viewer
from luoshi.ground.accounts.models import Account, Office
from luoshi.ground.accounts.queries import by_username
from luoshi.ground.people.actions import give_grant
from luoshi.ground.people.models import Person
from world.ground import AT, TODAY
from world.loop import cast
from world.signing import let_in

MARKS = {"everyone", "signed_in", "own", "members", "offices"}
UNMARKED = {"health", "metrics", "set_language"}


def _patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _patterns(each)
        else:
            yield each


def test_every_view_says_for_whom_it_is() -> None:
    found = {pattern.name: getattr(pattern.callback, "access", None) for pattern in _patterns(get_resolver())}
    assert {name for name, mark in found.items() if mark not in MARKS} == UNMARKED


def _viewer(person: Person, office: Office | None = None) -> Viewer:
    let_in(person, office)
    account = by_username(person.account)
    assert isinstance(account, Account)
    return Viewer(account)


@pytest.mark.django_db
def test_reach_is_the_subtree_of_each_post() -> None:
    who = cast()
    viewer = _viewer(who.issuer)
    assert viewer.paths == (who.committee.path,)
    assert viewer.sees(who.office.path)
    assert not _viewer(who.owner).sees(who.committee.path)
    assert not _viewer(who.stranger).sees(who.committee.path, who.office.path)
    assert not viewer.sees()


@pytest.mark.django_db
def test_a_stand_in_sees_what_the_grantor_sees() -> None:
    who = cast()
    give_grant(
        who.issuer, stand_in=who.stranger, from_on=TODAY, until_on=TODAY.replace(year=2099), by=None, at=AT
    )
    assert _viewer(who.stranger).sees(who.office.path)


@pytest.mark.django_db
def test_a_system_office_sees_no_business() -> None:
    who = cast()
    nobody = who.stranger
    let_in(nobody)
    account = by_username(nobody.account)
    assert account is not None
    account.office = Office.AUDIT
    assert Viewer(account).held == ()
    assert not Viewer(account).sees(who.office.path)
