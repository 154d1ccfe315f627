"""How many task pages, and how many ledgered moves, the site answers a second over HTTP.

Claims, on SQLite and on PostgreSQL, at 100,000 tasks, with two workers and sixteen connections, signed in:
250 task pages a second, 250 moves a second. The load comes from the same machine, so it takes its share of it.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from world.databases import Environment, prepared  # found through the line above
from world.postgres import postgresql
from world.site import serving

TASKS = 100_000
CONNECTIONS = 16
PAGES, MOVES = 3000, 3000
BAR = 250


async def _ask(lines: "asyncio.Queue[bytes]", port: int, good: bytes) -> None:
    """Send one request after another on one connection that stays open; every answer must begin as it should."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while not lines.empty():
        writer.write(lines.get_nowait())
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(good):
            raise AssertionError(head.decode())
        length = next(
            (
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length")
            ),
            0,
        )
        await reader.readexactly(length)
    writer.close()


async def _rate(requests: list[bytes], port: int, good: bytes) -> float:
    """Return how many of the requests are answered a second."""
    lines: asyncio.Queue[bytes] = asyncio.Queue()
    for request in requests:
        lines.put_nowait(request)
    begun = time.perf_counter()
    await asyncio.gather(*(_ask(lines, port, good) for _connection in range(CONNECTIONS)))
    return len(requests) / (time.perf_counter() - begun)


def _get(task: int, cookies: str) -> bytes:
    return f"GET /tasks/{task}/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n\r\n".encode()


def _post(task: int, cookies: str, token: str) -> bytes:
    body = f"csrfmiddlewaretoken={token}&seen=3&note=%E5%B7%B2%E6%88%90%E7%A8%BF&progress=50".encode()
    head = (
        f"POST /tasks/{task}/progress/ HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def _measured(home: Path, environment: Environment, name: str) -> bool:
    """Fill, serve, measure both, and print them."""
    filler = [sys.executable, "-m", "world.task_visitors", str(TASKS), str(MOVES)]
    told = subprocess.run(filler, env=environment, check=True, capture_output=True, text=True).stdout
    said = json.loads(told.splitlines()[-1])
    cookies = f"luoshi-session={said['session']}; luoshi-csrf={said['token']}"
    reading = [_get(said["tasks"][place % len(said["tasks"])], cookies) for place in range(PAGES)]
    moving = [_post(task, cookies, said["token"]) for task in said["tasks"]]
    with serving(home, DATABASE_URL=environment["DATABASE_URL"]) as address:
        port = int(address.rsplit(":", 1)[1])
        asyncio.run(_rate(reading[:200], port, b"HTTP/1.1 200"))
        pages = asyncio.run(_rate(reading, port, b"HTTP/1.1 200"))
        moves = asyncio.run(_rate(moving, port, b"HTTP/1.1 302"))
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
