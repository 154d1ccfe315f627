"""How many task pages, and how many ledgered moves, the site answers a second over HTTP.

Claims, on SQLite and on PostgreSQL, at 100,000 tasks, with two workers and sixteen connections, signed in:
250 task pages a second, 250 moves a second. The load comes from the same machine, so it takes its share of it.
"""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.asking import answers, get, post  # found through the line above
from world.databases import Environment, prepared
from world.postgres import postgresql
from world.site import serving

TASKS = 100_000
OWN, WARM = 3000, 100
BAR = 250


def _measured(home: Path, environment: Environment, name: str) -> bool:
    """Fill, serve, measure both, and print them."""
    filler = [sys.executable, "-m", "world.task_visitors", str(TASKS), str(OWN)]
    told = subprocess.run(filler, env=environment, check=True, capture_output=True, text=True).stdout
    said = json.loads(told.splitlines()[-1])
    cookies = f"luoshi-session={said['session']}; luoshi-csrf={said['token']}"
    reading = [get(f"/tasks/{task}/", cookies) for task in said["tasks"]]
    form = f"csrfmiddlewaretoken={said['token']}&seen=3&note=%E5%B7%B2%E6%88%90%E7%A8%BF&progress=50"
    moving = [post(f"/tasks/{task}/progress/", cookies, form) for task in said["tasks"]]
    with serving(home, DATABASE_URL=environment["DATABASE_URL"]) as address:
        port = int(address.rsplit(":", 1)[1])
        answers(iter(reading[:WARM]), port, 200)
        answers(iter(moving[:WARM]), port, 302)
        pages = answers(iter(reading), port, 200).rate
        moves = answers(iter(moving[WARM:]), port, 302).rate
    print(f"{name}: task page {pages:4.0f}/s   move {moves:4.0f}/s   (claim: {BAR})", flush=True)
    return min(pages, moves) >= BAR


def main() -> int:
    """Measure, print, and return 1 when a claim does not hold."""
    good = True
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    with ExitStack() as stack:
        homes = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _database in range(2)]
        addresses = {"SQLite": "", "PostgreSQL": stack.enter_context(postgresql())}
        for home, (name, address) in zip(homes, addresses.items(), strict=True):
            good &= _measured(home, prepared(home, address), name)
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
