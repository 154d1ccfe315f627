"""The table of tasks over HTTP at 100,000 tasks in 1,500 organizations: fifty rows, signed in, whole page.

Claims, with two workers and sixteen connections: 300 pages a second on SQLite and 200 on PostgreSQL, and at
least 0.45 of a bare view of Django and Jinja2 that lists the same rows behind a login, measured in
turn with it; a page of at most 60 KB; two workers within 220 MB (PSS). Viewers are the secretary of the
whole city, the head of a unit, and the secretary of a branch. Whoever asks runs on the same processors.
"""

import subprocess
import sys
import tempfile
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.asking import Answers, answers, get, lasting  # found through the line above
from world.databases import Environment, luoshi, prepared
from world.postgres import postgresql
from world.site import serving

VIEWERS = ("p000001", "p000004", "p000012")
CLAIMS = {"sqlite": 300, "postgresql": 200}
RATIO, KILOBYTES, MEGABYTES = 0.45, 60, 220
ROUNDS, SECONDS = 3, 6.0
BARE = "world.bare_settings"


def _asked(address: str, sessions: list[str], seconds: float = SECONDS) -> Answers:
    """Ask for the page as all viewers in turn, for so long."""
    requests = cycle(get("/tasks/", f"luoshi-session={each}") for each in sessions)
    return answers(lasting(requests, seconds), int(address.rpartition(":")[2]), 200)


def _memory(address: str) -> float:
    """Return the PSS in MB of the server at the address and its workers, as Linux tells it."""
    port = address.rpartition(":")[2].encode()
    processes = [each for each in Path("/proc").iterdir() if each.name.isdigit()]
    servers = {each.name for each in processes if port in _read(each / "cmdline").split(b"\0")}
    parts = [each for each in processes if each.name in servers or _parent(each) in servers]
    lines = [line for each in parts for line in _read(each / "smaps_rollup").splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith(b"Pss:")) / 1024


def _parent(process: Path) -> str:
    return next(
        (number.decode() for word, number in _pairs(_read(process / "status")) if word == b"PPid:"), ""
    )


def _pairs(text: bytes) -> list[list[bytes]]:
    return [pair for line in text.splitlines() if len(pair := line.split()) == 2]


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        # It ended while it was looked at.
        return b""


def _measured(environment: Environment, vendor: str, home: Path) -> bool:
    command = [sys.executable, "-m", "world.sessions", *VIEWERS]
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    sessions = said.split()
    named = {"DATABASE_URL": environment["DATABASE_URL"], "PYTHONPATH": environment["PYTHONPATH"]}
    with ExitStack() as stack:
        page = stack.enter_context(serving(home, **named))
        bare = stack.enter_context(serving(home, module=BARE, **named))
        for address in (page, bare):
            _asked(address, sessions, 2)
        rounds = [[_asked(each, sessions) for each in (page, bare)] for _round in range(ROUNDS)]
        memory = _memory(page)
    ours, theirs = (median(each[kind].rate for each in rounds) for kind in (0, 1))
    size = max(each[0].largest for each in rounds) / 1024
    claim = CLAIMS[vendor]
    print(
        f"{vendor}: {ours:5.0f} pages/s (claim: {claim})   bare {theirs:5.0f}/s, ratio {ours / theirs:.2f}"
        f" (claim: {RATIO})   {size:.0f} KB (claim: {KILOBYTES})   {memory:.0f} MB (claim: {MEGABYTES})",
        flush=True,
    )
    return ours >= claim and ours / theirs >= RATIO and size <= KILOBYTES and memory <= MEGABYTES


def main() -> int:
    """Measure on both databases, or on the one that is named; return 1 when a claim does not hold."""
    good = True
    for vendor in [each for each in CLAIMS if each in sys.argv[1:]] or list(CLAIMS):
        with ExitStack() as stack:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="luoshi-bench-")))
            environment = prepared(home, stack.enter_context(postgresql()) if vendor == "postgresql" else "")
            filled = luoshi(environment, "demo", "--scale", "city")
            if filled.returncode:
                print(filled.returncode, filled.stdout, filled.stderr)
                return 1
            good &= _measured(environment, vendor, home)
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
