"""Two moves that are each allowed can make a cycle together: they do not, on either database."""

import subprocess
import sys
from pathlib import Path

import pytest

from world.databases import Environment, installed

RACER = str(Path(__file__).with_name("race.py"))
PLANT = """
import django; django.setup()
from datetime import UTC, datetime
from luoshi.ground.organizations.actions import found
from luoshi.ground.organizations.charter import Charter
from luoshi.ground.organizations.models import OrganizationKind
at = datetime(2026, 3, 1, tzinfo=UTC)
root = found(Charter("root", "根", OrganizationKind.UNIT), under=None, by=None, at=at)
for code in "ab":
    found(Charter(code, code, OrganizationKind.UNIT), under=root, by=None, at=at)
"""
REPORT = """
import django; django.setup()
from luoshi.ground.organizations.models import Organization, nodes
from luoshi.ground.ledger.models import Entry
print(nodes.find_problems(), Entry.objects.filter(verb="organization.moved").count())
"""


def _race(environment: Environment) -> None:
    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments], env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    run("-c", PLANT)
    pairs = (("a", "b"), ("b", "a"))
    racers = [
        subprocess.Popen([sys.executable, RACER, *pair], env=environment, stdout=subprocess.PIPE, text=True)
        for pair in pairs
    ]
    let = [int(racer.communicate(timeout=120)[0]) for racer in racers]
    assert [racer.returncode for racer in racers] == [0, 0]
    # Either may find the other in its way every time; both finding so would mean that nothing moves.
    assert sum(let) > 0
    assert run("-c", REPORT).strip() == f"([], [], [], [], []) {sum(let)}"


@pytest.mark.journey
def test_on_sqlite(tmp_path: Path) -> None:
    _race(installed(tmp_path))


@pytest.mark.postgres
def test_on_postgresql(tmp_path: Path, postgres_url: str) -> None:
    _race(installed(tmp_path, postgres_url))
