"""One search of organizations for every field that names one."""

import pytest

from world.counting import queries_of
from world.ground import plant
from world.loop import cast
from world.signing import client_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["政务", "市数据局政务处", "zwc", "ZWC", "sjj"])
def test_finds_by_name_code_and_initials(typed: str) -> None:
    client = client_of(cast().issuer)
    answer = client.get("/organizations/search", {"under": typed})
    assert 'data-value="市数据局政务处（市数据局政务处）"' in answer.text


def test_finds_nothing_beyond_reach_and_says_so() -> None:
    answer = client_of(cast().issuer).get("/organizations/search", {"q": "市民政局"})
    assert "data-value" not in answer.text
    assert "没有找到“市民政局”" in answer.text


def test_what_was_typed_is_escaped() -> None:
    answer = client_of(cast().issuer).get("/organizations/search", {"q": "<script>x"})
    assert "<script>" not in answer.text


def test_a_search_costs_the_same_however_many_there_are() -> None:
    who = cast()
    client = client_of(who.issuer)
    before = queries_of(client, "/organizations/search?q=zwc")
    for number in range(20):
        plant(f"政务处{number}", who.committee)
    assert queries_of(client, "/organizations/search?q=zwc") == before
