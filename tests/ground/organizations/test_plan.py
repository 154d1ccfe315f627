"""A subtree is one range of the index on paths, on either database, however many organizations there are."""

import re

import pytest
from django.db import connection

from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.queries import subtree

pytestmark = pytest.mark.django_db
UNITS = 3_000


def _seed() -> Organization:
    paths = ["0001"] + [f"0001{Organization.path_below('', number)}" for number in range(1, UNITS)]
    rows = [
        Organization(path=path, depth=len(path) // 4, code=path, name=path, kind="unit") for path in paths
    ]
    Organization.objects.bulk_create(rows, batch_size=500)
    return Organization.objects.get(path="00010042")


def test_a_subtree_is_one_range_of_the_index() -> None:
    organization = _seed()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE organizations_organization")
        plan = subtree(organization)[:50].explain()
        assert "Index Scan using organization_path" in plan
        assert "Index Cond: (((path)::text >= '00010042'::text)" in plan
        assert "Sort" not in plan
    else:
        plan = subtree(organization)[:50].explain()
        assert re.search(r"SEARCH organizations_organization USING INDEX \w+ \(path>\? AND path<\?\)", plan)
        assert "TEMP B-TREE" not in plan


def test_paths_are_compared_byte_by_byte() -> None:
    if connection.vendor != "postgresql":
        assert connection.vendor == "sqlite"
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT collation_name FROM information_schema.columns"
            " WHERE table_name = 'organizations_organization' AND column_name = 'path'"
        )
        assert cursor.fetchone() == ("C",)
