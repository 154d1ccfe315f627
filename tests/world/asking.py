"""Requests as fast as they are answered, over connections that stay open; as lean as can be, for it takes its share."""

import asyncio
import time
from collections.abc import Iterator
from typing import NamedTuple

CONNECTIONS = 16


class Answers(NamedTuple):
    """How many were answered, in how many seconds, and the bytes of the largest body."""

    total: int
    seconds: float
    largest: int

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.total / self.seconds


def get(address: str, cookies: str) -> bytes:
    """Return the bytes that ask for a page."""
    return f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n\r\n".encode()


def post(address: str, cookies: str, body: str) -> bytes:
    """Return the bytes that send a form."""
    sent = body.encode()
    head = (
        f"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookies}\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(sent)}\r\n\r\n"
    )
    return head.encode() + sent


def answers(requests: Iterator[bytes], port: int, status: int) -> Answers:
    """Send the requests until there are no more; raises ``AssertionError`` for an answer of another status."""
    begun = time.perf_counter()
    sizes = asyncio.run(_all(requests, port, b"HTTP/1.1 %d" % status))
    return Answers(len(sizes), time.perf_counter() - begun, max(sizes))


def lasting(requests: Iterator[bytes], seconds: float) -> Iterator[bytes]:
    """Give the requests for so long."""
    until = time.monotonic() + seconds
    for request in requests:
        if time.monotonic() > until:
            return
        yield request


async def _all(requests: Iterator[bytes], port: int, good: bytes) -> list[int]:
    sizes: list[int] = []
    await asyncio.gather(*(_one(requests, port, good, sizes) for _connection in range(CONNECTIONS)))
    return sizes


async def _one(requests: Iterator[bytes], port: int, good: bytes, sizes: list[int]) -> None:
    """Send one request after another on one connection; every answer must begin as it should."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        if not head.startswith(good.lower()):
            raise AssertionError(head.decode())
        sizes.append(await _body(reader, head))
    writer.close()


async def _body(reader: asyncio.StreamReader, head: bytes) -> int:
    """Read the body away and return its bytes; a server that does not know its length sends it in pieces."""
    _before, marked, after = head.partition(b"content-length:")
    length = int(after.split(b"\r\n", 1)[0]) if marked else 0
    await reader.readexactly(length)
    in_pieces = b"transfer-encoding: chunked" in head
    while in_pieces:
        piece = int(await reader.readline(), 16)
        await reader.readexactly(piece + 2)
        length, in_pieces = length + piece, piece > 0
    return length
