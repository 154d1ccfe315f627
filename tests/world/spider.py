"""Whoever follows every link that a page offers, in the test's own process."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from django.http.response import HttpResponseBase
from django.test import Client

from .sheets import page_of

MOST = 300


def pages(client: Client, start: str = "/") -> Iterator[tuple[str, HttpResponseBase]]:
    """Give each page that links lead to from there, each path once, with its address."""
    waiting, seen = [start], {start}
    for address in waiting:
        answer = client.get(address, follow=True)
        if not answer.headers["Content-Type"].startswith("text/html"):
            answer.close()
            continue
        yield address, answer
        for link in page_of(answer).cssselect("a[href]"):
            found = urljoin(answer.request["PATH_INFO"], (link.get("href") or "").partition("#")[0])
            path = urlsplit(found).path
            if found.startswith("/") and path not in seen and len(seen) < MOST:
                seen.add(path)
                waiting.append(found)
