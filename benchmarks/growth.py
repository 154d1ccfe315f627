"""The list of tasks at a million is as quick as at ten thousand: at most 1.3 times the time of a whole page.

Claimed of SQLite and of PostgreSQL, in process: the secretary of a province of 19,871 organizations, signed in,
asks for the first fifty by deadline, with everything that a page goes through but the network.
"""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.measuring import VENDORS, new_database, timed  # found through the line above
from world.province import fill, tree

SMALL, LARGE = 10_000, 1_000_000
RATIO = 1.3
ROUNDS = 300


def _page(vendor: str, count: int) -> float:
    """Return how many seconds a page takes among that many tasks."""
    with new_database(vendor):
        from luoshi.ground.organizations.models import Organization  # noqa: PLC0415  # Django is set up later
        from luoshi.ground.people.models import PostKind  # noqa: PLC0415  # as above
        from world.loop import holder  # noqa: PLC0415  # as above
        from world.signing import client_of  # noqa: PLC0415  # as above

        tree()
        fill(count)
        secretary = holder("甲书记", Organization.objects.get(path="0001"), PostKind.SECRETARY)
        client = client_of(secretary)
        size = len(client.get("/tasks/", headers={"host": "127.0.0.1"}).content)
        assert size > 10_000, "a page without rows measures nothing"  # noqa: S101  # as a benchmark says it
        return timed(lambda: client.get("/tasks/", headers={"host": "127.0.0.1"}), ROUNDS)[0]


def _measured(vendor: str) -> bool:
    # Settings are read once a process, so each database has a process of its own.
    command = [sys.executable, __file__, vendor]
    ends = [
        subprocess.run([*command, str(each)], check=True, capture_output=True, text=True)
        for each in (SMALL, LARGE)
    ]
    small, large = (float(each.stdout.split()[-1]) for each in ends)
    print(
        f"{vendor}: list at {SMALL:,} tasks {small * 1000:.1f} ms, at {LARGE:,} {large * 1000:.1f} ms,"
        f" ratio {large / small:.2f}  (claim: {RATIO})",
        flush=True,
    )
    return large / small <= RATIO


def main() -> int:
    """Measure on both databases, or one page where database and number are named; return 1 when a claim fails."""
    if len(sys.argv) > 2:
        print(_page(sys.argv[1], int(sys.argv[2])))
        return 0
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    kept = [_measured(each) for each in VENDORS]
    return int(not all(kept))


if __name__ == "__main__":
    raise SystemExit(main())
