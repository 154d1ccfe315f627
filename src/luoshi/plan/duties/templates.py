"""Templates of duty lists, as policy staff write them: which posts, which items, each with its basis."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from luoshi.core.refusals import N_
from luoshi.core.rules import Modality
from luoshi.core.rules.mistakes import A_LIST
from luoshi.core.rules.sections import Section, opened
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.models import PostKind

from .lengths import KEY_LENGTH, TITLE_LENGTH, WORDS
from .vocabulary import Area, Frequency, Overseer

STATUSES = ("ok", "check")
MONTHS = 12
KEYS = (
    *("id", "title", "what", "how", "area", "frequency", "month", "modality", "overseer", "basis"),
    "answers",
)
Code = TypeVar("Code", Area, Frequency, Overseer, Modality)

REPEATED_ITEM = N_("“{file}”第 {line} 行：已有一条叫“{item}”，同一份模板里每条的 id 只用一次，请改名。")
MONTH_WITHOUT_YEAR = N_(
    "“{file}”第 {line} 行：只有每年一次的条目才写 month，请去掉，或把 frequency 改为 year。"
)
UNEXPLAINED = N_(
    '“{file}”第 {line} 行：依据待核（status = "check"）或只是本单位安排的，须在依据里用 note 写明。'
)
UNKNOWN_RULE = N_(
    "“{file}”第 {line} 行：没有编号为“{rule}”的规定，请核对 answers；现行规定用 luoshi rules list 查看。"
)
ANSWERS_NOTHING = N_("“{file}”第 {line} 行：遇事即办的条目没有周期，不能由规定的判定来回答，请去掉 answers。")
TOO_LONG = N_("“{file}”第 {line} 行：“{key}”有 {length} 个字，超过 {limit} 个字的上限：请缩短。")


@dataclass(frozen=True, slots=True)
class Document:
    """A document that duties rest on 依据文件: its title, in which version it was checked, and when."""

    title: str
    version: str
    verified_on: date


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a duty is written 依据条文. What is not ``checked`` awaits somebody with the official text; ``note`` says what."""

    title: str
    version: str
    verified_on: date
    article: str
    checked: bool
    note: str = ""

    def record(self) -> dict[str, Any]:
        """Return it as it is stored."""
        return {
            "title": self.title,
            "version": self.version,
            "verified_on": self.verified_on.isoformat(),
            "article": self.article,
            "checked": self.checked,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """One duty of a template 模板条目. A yearly one may name the ``month`` by whose end it is due; otherwise 0.

    ``answers`` are the ids of rules that ask for the same thing: where they are met, so is the duty.
    """

    key: str
    title: str
    what: str
    how: str
    area: Area
    frequency: Frequency
    modality: Modality
    overseer: Overseer
    basis: tuple[Basis, ...]
    month: int = 0
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DutyTemplate:
    """The duties of a kind of post 责任模板. ``fits`` are kinds of posts, each with the kinds of organizations it is for."""

    name: str
    title: str
    fits: tuple[tuple[PostKind, frozenset[OrganizationKind]], ...]
    items: tuple[TemplateItem, ...]

    def is_for(self, kind: str, organization_kind: str) -> bool:
        """Tell whether it is for a post of that kind in an organization of that kind."""
        return any(kind == post and (not at or organization_kind in at) for post, at in self.fits)


def read_documents(text: str, file: str) -> dict[str, Document]:
    """Return the documents of a file by their short names. Raises ``Misread`` with every mistake at its line."""
    whole = opened(text, file)
    found = {name: _document(whole.within(name)) for name in whole.said}
    whole.source.settle()
    return found


def _document(section: Section) -> Document:
    section.only("title", "version", "verified_on")
    return Document(section.text("title"), section.text("version"), section.day("verified_on"))


def read_template(
    text: str, file: str, documents: Mapping[str, Document], rules: Collection[str] = ()
) -> DutyTemplate:
    """Return the template of a file, named as the file without its ending.

    ``rules`` are the ids that there are. Raises ``Misread`` with every mistake at its line.
    """
    whole = opened(text, file)
    whole.only("title", "posts", "item")
    title, fits = whole.text("title"), tuple(_fit(each) for each in whole.each("posts"))
    items: dict[str, TemplateItem] = {}
    for section in whole.each("item"):
        item = _item(section, documents, rules)
        if item.key in items:
            section.wrong("id", REPEATED_ITEM, item=item.key)
        items[item.key] = item
    whole.source.settle()
    return DutyTemplate(file.removesuffix(".toml"), title, fits, tuple(items.values()))


def _fit(section: Section) -> tuple[PostKind, frozenset[OrganizationKind]]:
    section.only("kind", "at")
    post = section.among("kind", PostKind.values)
    at = section.all_among("at", OrganizationKind.values) if "at" in section.said else ()
    known = (each for each in at if each in OrganizationKind.values)
    return PostKind(post or PostKind.SECRETARY), frozenset(map(OrganizationKind, known))


def _item(section: Section, documents: Mapping[str, Document], rules: Collection[str]) -> TemplateItem:
    section.only(*KEYS)
    frequency, modality = _one(section, "frequency", Frequency), _one(section, "modality", Modality)
    basis = tuple(_bases(section, documents))
    if modality is Modality.PRACTICE and basis and not any(each.note for each in basis):
        section.wrong("basis", UNEXPLAINED)
    if "month" in section.said and frequency is not Frequency.YEAR:
        section.wrong("month", MONTH_WITHOUT_YEAR)
    return TemplateItem(
        key=_short(section, "id", KEY_LENGTH),
        title=_short(section, "title", TITLE_LENGTH),
        what=_short(section, "what", WORDS),
        how=_short(section, "how", WORDS),
        area=_one(section, "area", Area),
        frequency=frequency,
        modality=modality,
        overseer=_one(section, "overseer", Overseer),
        basis=basis,
        month=section.number("month", 1, MONTHS) if "month" in section.said else 0,
        answers=_answers(section, frequency, rules),
    )


def _answers(section: Section, frequency: Frequency, rules: Collection[str]) -> tuple[str, ...]:
    if "answers" not in section.said:
        return ()
    if frequency is Frequency.EVENT:
        section.wrong("answers", ANSWERS_NOTHING)
    named = section.said["answers"]
    said = tuple(map(str, named)) if isinstance(named, list) else ()
    if not said:
        section.wrong("answers", A_LIST)
    for rule in said:
        if rule not in rules:
            section.wrong("answers", UNKNOWN_RULE, rule=rule)
    return said


def _bases(section: Section, documents: Mapping[str, Document]) -> Iterator[Basis]:
    if not section.said.get("basis"):
        # Nothing may be demanded of anybody without saying where it is written.
        section.all_among("basis", ())
    for each in section.each("basis"):
        each.only("document", "article", "status", "note")
        document = documents.get(each.among("document", documents.keys()))
        article, note = each.text("article"), each.text("note", "")
        checked = each.among("status", STATUSES, "ok") == "ok"
        if not checked and not note:
            each.wrong("status", UNEXPLAINED)
        if document is not None:
            yield Basis(document.title, document.version, document.verified_on, article, checked, note)


def _one(section: Section, key: str, codes: type[Code]) -> Code:
    """Return the code of that name; where it is none, which is noted, any."""
    values = [each.value for each in codes]
    return codes(section.among(key, values) or values[0])


def _short(section: Section, key: str, limit: int) -> str:
    text = section.text(key).strip()
    if len(text) > limit:
        section.wrong(key, TOO_LONG, length=str(len(text)), limit=str(limit))
    return text
