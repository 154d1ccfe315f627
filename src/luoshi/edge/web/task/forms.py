"""The form of a move, put together from its row; what it gives is what the action takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

from luoshi.core.lifecycle import TABLE, Move, Situation
from luoshi.core.refusals import Refusal
from luoshi.edge.web.choosing import OrganizationField, label
from luoshi.edge.web.refusing import sentence

from .fields import FIELDS, SEPARATOR
from .moves import ROWS
from .proofs import ProofForms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luoshi.act.tasks.models import Task
    from luoshi.edge.web.access import Viewer

# Which field can mend what a demand of the loop's table found missing, by the demand's name.
MENDS = {
    "owner": "owner",
    "another owner": "owner",
    "standard of completion": "standard",
    "deadline or recurrence": "deadline_on",
    "deadline as first dispatched": "deadline_on",
    "deadline not in the past": "deadline_on",
    "deadline on a working day": "deadline_on",
    "deadline later than now": "deadline_on",
    "new deadline": "deadline_on",
    "reason": "reason",
    "note": "note",
    "percent from 0 to 100": "progress",
    "sub-tasks": "titles",
    "rung of the ladder": "rung",
    "rung not yet given": "rung",
}


class MoveForm(forms.Form):
    """What is brought to one move. ``seen`` is the task's last ledger entry when the form was made."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self,
        move: Move,
        task: Task,
        viewer: Viewer,
        data: Mapping[str, Any] | None = None,
        files: Any = None,
    ) -> None:
        super().__init__(data, initial=_shown(move, task), auto_id=f"{ROWS[move].noun}-%s")
        self.move = move
        self.proofs = ProofForms(task, data, files) if ROWS[move].has_files else None
        for name in ROWS[move].brings:
            if name != "proofs":
                self.fields[name] = FIELDS[name]()
        owner = self.fields.get("owner")
        if isinstance(owner, OrganizationField):
            owner.paths = (*viewer.paths, task.issuer.path)

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields that are shown, in the row's order."""
        return [self[name] for name in self.fields if name != "seen"]

    def is_valid(self) -> bool:
        """Check the evidence too, even where a word is refused."""
        proofs = self.proofs is None or self.proofs.is_valid()
        return super().is_valid() and proofs

    def brought(self) -> dict[str, Any]:
        """Return what the action of the move takes."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        if self.proofs is not None:
            said["proofs"] = self.proofs.brought()
        if self.move is not Move.DISPATCH:
            return said
        terms = Situation(
            standard=said["standard"].strip() or None,
            deadline_on=said["deadline_on"],
            recurrence=said["recurrence"].strip() or None,
            evidence_named=frozenset(said["evidence_named"]),
        )
        return {"owner": said["owner"], "terms": terms}

    def refuse(self, refusal: Refusal) -> None:
        """Put what the loop says against it beside the field that can mend it, or on top."""
        names = {each.sentence: each.name for each in TABLE[self.move].needs}
        field = MENDS.get(names.get(refusal.sentence, ""))
        self.add_error(field if field in self.fields else None, sentence(refusal))


def _shown(move: Move, task: Task) -> dict[str, Any]:
    """Return what the form begins with: what the task has already said."""
    if move is Move.GRANT_EXTENSION:
        return {"deadline_on": task.asked_deadline_on}
    if move is Move.ADVANCE:
        return {"progress": task.progress}
    if move is not Move.DISPATCH:
        return {}
    return {
        "owner": label(task.owner) if task.owner else "",
        "standard": task.standard or "",
        "deadline_on": task.deadline_on,
        "recurrence": task.recurrence or "",
        "evidence_named": SEPARATOR.join(task.evidence_named),
    }
