"""Walks through a site as somebody who follows every link, one page of each kind."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit

from playwright.sync_api import Error, Page, Response

# Files are fetched by their own tests; leaving ends the walk.
PASSED_BY = re.compile(r"logout|\.(xlsx|docx|json|ics|zip|csv)$|^/static/|^/metrics|^/healthz")
MOST = 120


@dataclass(frozen=True)
class Stop:
    """One page on the way: its address without the site, and the server's answer."""

    path: str
    answer: Response


def walk(tab: Page, site: str, start: str = "/") -> Iterator[Stop]:
    """Visit one page of each kind that links lead to, breadth first; the tab shows the page while it is given."""
    waiting, seen = deque([start]), {_kind(start)}
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
        tab.wait_for_load_state("networkidle")
        yield Stop(path, answer)
        for target in tab.eval_on_selector_all("a[href]:not([download])", "all => all.map(a => a.href)"):
            found = urlsplit(urljoin(tab.url, target))
            link = found.path + (f"?{found.query}" if found.query else "")
            if target.startswith(site) and not PASSED_BY.search(found.path) and _kind(link) not in seen:
                seen.add(_kind(link))
                waiting.append(link)
    raise AssertionError(f"more than {MOST} kinds of pages: {sorted(seen)}")


def _kind(link: str) -> str:
    """Name the kind of page: numbers do not count, nor do the values of parameters."""
    found = urlsplit(link)
    names = sorted({name for name, _value in parse_qsl(found.query)})
    return re.sub(r"\d+", "#", found.path) + "?" + "&".join(names)
