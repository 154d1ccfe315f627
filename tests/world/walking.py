"""Walks through a site as somebody who follows every link, one page of each kind."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit

from playwright.sync_api import Error, Page, Response

# Files are fetched by their own tests; leaving ends the walk.
PASSED_BY = re.compile(r"logout|\.(xlsx|docx|json|ics|zip|csv)$|^/static/|^/metrics|^/healthz")
# What a parameter may be chosen from; anything else is a number, a day or what somebody typed.
WORD = re.compile("-?[a-z_]+")
MOST = 160
# Asked of the page itself: what the driver asks in its own way loads its engine into every page.
SETTLED = """async () => {
    while (document.querySelector(".htmx-request")) await new Promise(again => setTimeout(again, 20));
}"""
LINKS = "Array.from(document.querySelectorAll('a[href]:not([download])'), link => link.href)"


@dataclass(frozen=True)
class Stop:
    """One page on the way: its address without the site, and the server's answer."""

    path: str
    answer: Response


def walk(tab: Page, site: str, start: str = "/") -> Iterator[Stop]:
    """Visit every kind of page that links lead to, breadth first; the tab shows the page while it is given."""
    waiting, seen = deque([start]), _kinds(start)
    for _page in range(MOST):
        if not waiting:
            return
        path = waiting.popleft()
        try:
            answer = tab.goto(f"{site}{path}")
        except Error as file:
            if "Download is starting" not in file.message:
                raise
            continue
        assert answer is not None, path
        tab.evaluate(SETTLED)
        yield Stop(path, answer)
        for target in tab.evaluate(LINKS):
            found = urlsplit(urljoin(tab.url, target))
            link = found.path + (f"?{found.query}" if found.query else "")
            if target.startswith(site) and not PASSED_BY.search(found.path) and _kinds(link) - seen:
                seen |= _kinds(link)
                waiting.append(link)
    raise AssertionError(f"more than {MOST} kinds of pages: {sorted(seen)}")


def _kinds(link: str) -> set[str]:
    """Name the kinds of page that the link shows: one for its path, one for each choice.

    Numbers do not count, nor does which kind of activity a form is for: it is the same form.
    """
    found = urlsplit(link)
    path = re.sub(r"[^/]*\d[^/]*", "#", found.path)
    choices = (
        f"{name}={value if WORD.fullmatch(value) and name != 'kind' else '#'}"
        for name, value in parse_qsl(found.query)
    )
    return {path, *(f"{path}?{choice}" for choice in choices)}
