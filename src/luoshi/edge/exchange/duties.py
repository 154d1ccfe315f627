"""The templates of duty lists of this site: the shipped ones, and the site's own that outrank them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from luoshi.core.refusals import N_, Refusal
from luoshi.plan.duties.templates import DutyTemplate, read_documents, read_template

from .overlay import NOT_TOML, overlay
from .regulations import packs, shelf

FOLDER, DOCUMENTS = "duties", "documents"

TWO_FIT = N_("“{file}”和“{other}”都写了适用于{post}：一种岗位只能有一份模板，请改 posts。")


def site_duties() -> Mapping[str, DutyTemplate]:
    """Return the templates of this installation by name, read once by each process. Raises as ``duties`` does."""
    return duties(settings.LUOSHI_HOME)


@cache
def duties(home: Path) -> Mapping[str, DutyTemplate]:
    """Return the templates for the data directory ``home`` by name.

    A file in ``home/content/duties`` outranks the shipped one of the same name as a whole; ``documents.toml`` holds
    the documents that all of them cite. Raises ``Misread`` with every mistake of the first file that has any, ``Refusal``
    for two templates for one post, ``OSError`` when a file cannot be read.
    """
    found = {path.stem: path for path in overlay(home, FOLDER)}
    documents = read_documents(_text(found.pop(DOCUMENTS)), f"{DOCUMENTS}.toml")
    # A site that leaves out a shipped rule need not rewrite the shipped templates that name it.
    rules = {rule.id for pack in (*packs(), *shelf(home).packs) for rule in pack.rules}
    templates = {
        name: read_template(_text(path), path.name, documents, rules) for name, path in found.items()
    }
    _refuse_two(templates)
    return templates


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as mistake:
        raise Refusal(NOT_TOML, name=path.name) from mistake


def _refuse_two(templates: Mapping[str, DutyTemplate]) -> None:
    """Raise ``Refusal`` where two templates are for the same posts, because only one of them could be meant."""
    seen: dict[tuple[str, str], str] = {}
    for name, template in templates.items():
        for post, at in template.fits:
            for place in at or {""}:
                other = next((seen[key] for key in ((post, place), (post, "")) if key in seen), None)
                if other is None and not place:
                    other = next((each for (kind, _at), each in seen.items() if kind == post), None)
                if other not in (None, name):
                    raise Refusal(TWO_FIT, file=f"{name}.toml", other=f"{other}.toml", post=str(post.label))
                seen[post, place] = name
