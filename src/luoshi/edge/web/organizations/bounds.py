"""Which rows of a workbook reach beyond what somebody keeps. The rules are those of the pages, row by row."""

from collections.abc import Iterator, Sequence
from typing import Any

from luoshi.core.refusals import N_
from luoshi.edge.exchange.workbooks import Preview, Verdict, VerdictKind
from luoshi.edge.exchange.workbooks.preview import verdict
from luoshi.edge.web.access import Viewer
from luoshi.ground.organizations.actions import Placement
from luoshi.ground.organizations.queries import by_code, by_path
from luoshi.ground.people.particulars import Particulars
from luoshi.ground.people.queries import by_account

NOT_KEPT = N_(
    "{cell}：“{name}”不归您管：只能导入您任书记、第一责任人或专职党务干部的组织及其下级，请删去这一行。"
)
NO_ROOT = N_("{cell}：“{name}”没有上级：在网页上只能导入您管的组织的下级，请填上级代码。")
NOT_RESHAPED = N_("{cell}：“{name}”改隶要由它现在的上级组织办理：请把上级代码改回原来的。")
NO_HOME = N_("{cell}：“{name}”没有所在党支部：请在其任职的组织页面登记，或填党支部代码。")


def outside(viewer: Viewer, foreseen: Preview[Any]) -> list[Verdict]:
    """Return a refusal for each entry that is not the viewer's to make, at the first cell of its row."""
    entries = foreseen.entries
    if not entries:
        return []
    judged = _organizations if isinstance(entries[0], Placement) else _people
    return [
        verdict(VerdictKind.REFUSED, row, 1, why, name=name)
        for row, (why, name) in zip(foreseen.rows, judged(viewer, entries), strict=True)
        if why
    ]


def _organizations(viewer: Viewer, entries: Sequence[Placement]) -> Iterator[tuple[str, str]]:
    known = by_code({code for entry in entries for code in (entry.charter.code, entry.under)})
    parents = by_path({each.parent_path for each in known.values()})
    for entry in entries:
        stood, under = known.get(entry.charter.code), known.get(entry.under)
        above = parents.get(stood.parent_path) if stood else None
        moves = stood is None or entry.under != (above.code if above else "")
        why = ""
        if stood is not None and not viewer.keeps(stood.path):
            why = NOT_KEPT
        elif stood is not None and moves and not viewer.reshapes(stood.path):
            why = NOT_RESHAPED
        elif moves and not entry.under:
            why = NO_ROOT
        elif moves and under is not None and not viewer.keeps(under.path):
            # A parent that is not known yet stands in the same list and is judged in its own row.
            why = NOT_KEPT
        yield why, entry.charter.name


def _people(viewer: Viewer, entries: Sequence[Particulars]) -> Iterator[tuple[str, str]]:
    known = by_account({entry.account for entry in entries})
    for entry in entries:
        stood = known.get(entry.account)
        why = ""
        if entry.home is None:
            why = NO_HOME if stood is None or Particulars.of(stood) != entry else ""
        elif not viewer.keeps(entry.home.path) or (
            stood is not None and (stood.home is None or not viewer.keeps(stood.home.path))
        ):
            why = NOT_KEPT
        yield why, entry.name
