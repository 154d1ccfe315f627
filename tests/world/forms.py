"""Every form that somebody can reach by links, once of each kind, for tests that fill them in badly."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from django.test import Client
from lxml import html

PASSED_BY = re.compile(r"logout|\.(xlsx|docx|json|ics|zip|csv)$|^/static/|/evidence/|/file/")
# What people type into; all else is chosen, ticked or carried along.
WRITTEN = frozenset({"text", "search", "textarea", "date", "number", "email", "url"})
MOST_PAGES = 300


@dataclass(frozen=True)
class Form:
    """One form as a page offers it: where it leads, its values, which of them people write, and what takes files."""

    page: str
    action: str
    values: dict[str, str]
    written: frozenset[str]
    files: frozenset[str]

    @property
    def kind(self) -> str:
        """Name the form without numbers, by its address and its fields."""
        return f"{_kind(self.action)} {sorted(self.values)}"


def forms_in_reach(client: Client, *starts: str) -> Iterator[Form]:
    """Walk every kind of page from each of ``starts``, and give each kind of form that posts, once."""
    waiting, pages, forms = deque(starts), {_kind(start) for start in starts}, set()
    for _page in range(MOST_PAGES):
        if not waiting:
            return
        path = waiting.popleft()
        answer = client.get(path)
        if answer.status_code != 200 or "html" not in answer.headers.get("Content-Type", ""):
            answer.close()
            continue
        tree = html.fromstring(answer.content)
        for form in _forms(tree, path):
            if form.kind not in forms:
                forms.add(form.kind)
                yield form
        for link in tree.xpath("//a/@href"):
            found = urlsplit(urljoin(path, link))
            target = f"{found.path}?{found.query}" if found.query else found.path
            if not found.netloc and not PASSED_BY.search(found.path) and _kind(target) not in pages:
                pages.add(_kind(target))
                waiting.append(target)
    raise AssertionError(f"more than {MOST_PAGES} kinds of pages: {sorted(pages)}")


def shown_values(content: bytes) -> set[str]:
    """Return what stands in the fields of a page."""
    tree = html.fromstring(content)
    typed = {each.text or "" for each in tree.xpath("//textarea")}
    # A browser drops the line break that begins a text area.
    return {each.removeprefix("\n") for each in typed} | set(tree.xpath("//input/@value"))


def _forms(tree: html.HtmlElement, path: str) -> Iterator[Form]:
    for form in tree.forms:
        if form.method != "POST" or "logout" in (form.action or ""):
            continue
        fields = [(_type(each), str(each.get("name"))) for each in form.inputs if each.get("name")]
        written = frozenset(name for kind, name in fields if kind in WRITTEN)
        files = frozenset(name for kind, name in fields if kind == "file")
        values = {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}
        buttons = form.xpath(".//button[@name]")[:1]
        values |= {each.get("name"): each.get("value", "") for each in buttons}
        yield Form(path, urljoin(path, form.action or ""), values, written, files)


def _type(field: html.HtmlElement) -> str:
    return field.get("type", "text") if field.tag == "input" else str(field.tag)


def _kind(link: str) -> str:
    found = urlsplit(link)
    return re.sub(r"\d+", "#", found.path) + "?" + re.sub(r"=[^&]*", "", found.query)
