"""Templates of duty lists, as policy staff write them: which posts, which items, each with its basis."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from luoshi.core.refusals import N_
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.models import PostKind

from .lengths import KEY_LENGTH, TITLE_LENGTH, WORDS
from .positions import Lined, lined
from .vocabulary import Area, Frequency, Overseer, Strength

STATUSES = ("ok", "check")

UNKNOWN_KEY = N_("“{file}”第 {line} 行：没有“{key}”这一项，这里可以写 {known}。")
MISSING_KEY = N_("“{file}”第 {line} 行：这一条缺少“{key}”，请补上。")
WRONG_VALUE = N_("“{file}”第 {line} 行：“{key}”写得不对，应为{wanted}。")
NOT_AMONG = N_("“{file}”第 {line} 行：“{key}”不能是“{value}”，可以写 {known}。")
REPEATED_ITEM = N_("“{file}”第 {line} 行：已有一条叫“{key}”，同一份模板里每条的 id 只用一次，请改名。")
MONTH_WITHOUT_YEAR = N_(
    "“{file}”第 {line} 行：只有每年一次的条目才写 month，请去掉，或把 frequency 改为 year。"
)
UNEXPLAINED = N_(
    '“{file}”第 {line} 行：依据待核（status = "check"）或只是本单位安排的，须在依据里用 note 写明。'
)

TEXT, DATE = N_("不空的文字"), N_("日期，写作 2027-01-01，不加引号")
MONTH, LIST = N_("1 到 12 的整数"), N_("方括号里的一组")


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
    """One duty of a template 模板条目. A yearly one may name the ``month`` by whose end it is due; otherwise 0."""

    key: str
    title: str
    what: str
    how: str
    area: Area
    frequency: Frequency
    strength: Strength
    overseer: Overseer
    basis: tuple[Basis, ...]
    month: int = 0


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
    """Return the documents of a file by their short names. Raises ``Refusal``, naming the line."""
    root = lined(text, file)
    return {name: _document(table) for name, table in root.tables()}


def _document(table: Lined) -> Document:
    _only(table, ("title", "version", "verified_on"))
    verified_on = table.said.get("verified_on")
    if type(verified_on) is not date:
        raise table.refusal(WRONG_VALUE, "verified_on", wanted=DATE)
    return Document(_text(table, "title"), _text(table, "version"), verified_on)


def read_template(text: str, file: str, documents: Mapping[str, Document]) -> DutyTemplate:
    """Return the template of a file, named as the file without its ending. Raises ``Refusal``, naming the line."""
    root = lined(text, file, many="item")
    _only(root, ("title", "posts", "item"), ("title", "posts", "item"))
    fits = tuple(_fit(root, each) for each in _list(root, "posts"))
    items: dict[str, TemplateItem] = {}
    for _name, table in root.tables():
        item = _item(table, documents)
        if item.key in items:
            raise table.refusal(REPEATED_ITEM, "id", key=item.key)
        items[item.key] = item
    return DutyTemplate(file.removesuffix(".toml"), _text(root, "title"), fits, tuple(items.values()))


def _fit(root: Lined, said: Any) -> tuple[PostKind, frozenset[OrganizationKind]]:
    kinds = said if isinstance(said, dict) else {}
    post = _among(root, "posts", kinds.get("kind"), PostKind.values)
    at = frozenset(
        OrganizationKind(_among(root, "posts", each, OrganizationKind.values)) for each in kinds.get("at", ())
    )
    return PostKind(post), at


def _item(table: Lined, documents: Mapping[str, Document]) -> TemplateItem:
    wanted = ("id", "title", "what", "how", "area", "frequency", "modality", "overseer", "basis")
    _only(table, (*wanted, "month"), wanted)
    frequency = Frequency(_among(table, "frequency", table.said["frequency"], Frequency.values))
    strength = Strength(_among(table, "modality", table.said["modality"], Strength.values))
    basis = tuple(_bases(table, documents))
    if strength is Strength.PRACTICE and not any(each.note for each in basis):
        raise table.refusal(UNEXPLAINED, "basis")
    return TemplateItem(
        key=_text(table, "id", KEY_LENGTH),
        title=_text(table, "title", TITLE_LENGTH),
        what=_text(table, "what", WORDS),
        how=_text(table, "how", WORDS),
        area=Area(_among(table, "area", table.said["area"], Area.values)),
        frequency=frequency,
        strength=strength,
        overseer=Overseer(_among(table, "overseer", table.said["overseer"], Overseer.values)),
        basis=basis,
        month=_month(table, frequency),
    )


def _bases(table: Lined, documents: Mapping[str, Document]) -> Iterator[Basis]:
    for said in _list(table, "basis"):
        if not isinstance(said, dict) or not {"document", "article"} <= said.keys() <= {
            "document",
            "article",
            "status",
            "note",
        }:
            raise table.refusal(UNKNOWN_KEY, "basis", key="basis", known="document、article、status、note")
        document = documents[_among(table, "basis", said["document"], documents.keys())]
        checked = _among(table, "basis", said.get("status", "ok"), STATUSES) == "ok"
        if not checked and not said.get("note"):
            raise table.refusal(UNEXPLAINED, "basis")
        yield Basis(
            document.title,
            document.version,
            document.verified_on,
            str(said["article"]),
            checked,
            str(said.get("note", "")),
        )


def _month(table: Lined, frequency: Frequency) -> int:
    month = table.said.get("month", 0)
    if "month" in table.said and frequency is not Frequency.YEAR:
        raise table.refusal(MONTH_WITHOUT_YEAR, "month")
    if type(month) is not int or not 0 <= month <= 12 or ("month" in table.said and not month):
        raise table.refusal(WRONG_VALUE, "month", wanted=MONTH)
    return month


def _only(table: Lined, known: Collection[str], wanted: Collection[str] = ()) -> None:
    for key in table.said:
        if key not in known:
            raise table.refusal(UNKNOWN_KEY, key, key=key, known="、".join(known))
    for key in wanted:
        if key not in table.said:
            raise table.refusal(MISSING_KEY, key, key=key)


def _text(table: Lined, key: str, limit: int = WORDS) -> str:
    said = table.said.get(key)
    if not isinstance(said, str) or not said.strip() or len(said) > limit:
        raise table.refusal(WRONG_VALUE, key, wanted=TEXT)
    return said.strip()


def _list(table: Lined, key: str) -> list[Any]:
    said = table.said.get(key)
    if not isinstance(said, list) or not said:
        raise table.refusal(WRONG_VALUE, key, wanted=LIST)
    return said


def _among(table: Lined, key: str, value: Any, known: Collection[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise table.refusal(NOT_AMONG, key, value=str(value)[:40], known="、".join(known))
    return value
