"""A program that asks for pages as fast as they come: ``python -m world.page_load PORT SECONDS COOKIE ADDRESS…``.

COOKIE is a file with one session to a line. Sixteen connections take sessions and addresses in turn. Prints
the answers a second and the bytes of the largest; an answer that is no page ends it with an error.
"""

import sys
import threading
import time
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path

CONNECTIONS = 16


def main() -> None:
    """Ask, and say how fast it went."""
    port, seconds, cookies, addresses = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3], sys.argv[4:]
    sessions = cycle(Path(cookies).read_text(encoding="ascii").split())
    counts, sizes, failures = [0] * CONNECTIONS, [0] * CONNECTIONS, list[str]()
    until = time.monotonic() + seconds

    def ask(place: int, session: str) -> None:
        connection, turns = HTTPConnection("127.0.0.1", port, timeout=30), cycle(addresses)
        while time.monotonic() < until and not failures:
            address = next(turns)
            connection.request("GET", address, headers={"Cookie": f"luoshi-session={session}"})
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                failures.append(f"{address}: {answer.status}")
            counts[place] += 1
            sizes[place] = max(sizes[place], len(body))

    threads = [threading.Thread(target=ask, args=(place, next(sessions))) for place in range(CONNECTIONS)]
    begun = time.monotonic()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    if failures:
        raise SystemExit(failures[0])
    sys.stdout.write(f"{sum(counts) / (time.monotonic() - begun)} {max(sizes)}\n")


if __name__ == "__main__":
    main()
