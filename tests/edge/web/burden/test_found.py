"""What forms cost is found from where forms are asked for, not only from the pages beside it."""

import pytest
from lxml import html

from world.branches import committee
from world.signing import client_of

pytestmark = pytest.mark.django_db


def test_the_burden_is_found_from_the_duties_the_rules_and_the_organization() -> None:
    who = committee()
    client = client_of(who.officer)
    own = f"/duties/burden/{who.committee.pk}/"
    places = (
        ("/duties/", "/duties/burden/"),
        ("/rules/", "/duties/burden/"),
        (f"/organizations/{who.committee.pk}/", own),
    )
    for place, leads_to in places:
        page = html.fromstring(client.get(place).content)
        assert page.xpath(f"//main//a[@href='{leads_to}'][not(ancestor::nav)]"), place
        assert client.get(leads_to).status_code == 200
