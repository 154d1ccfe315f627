"""Evidence that comes with a move: for each kind a file, or where it can be seen, and the day of what it proves."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django import forms
from django.core import signing
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from luoshi.act.tasks.lengths import KIND_LENGTH, PLACE_LENGTH
from luoshi.act.tasks.proof import Attached, Proof
from luoshi.core.refusals import N_, Refusal
from luoshi.edge.exchange.attachments import received
from luoshi.edge.web.refusing import sentence

from .fields import a_day, line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from luoshi.act.tasks.models import Task

# One kind a row; whoever has more comes back with the next progress.
MOST_ROWS = 12
SALT = "kept evidence"
LOST = N_("先前传的文件没有保住：请重新选这个文件。")


class ProofForm(forms.Form):
    """One piece of evidence. A file that was taken in already comes back as ``kept``, so nobody uploads it twice."""

    kind = line(_("类别"), most=KIND_LENGTH)
    file = forms.FileField(required=False, allow_empty_file=True, label=_("文件"))
    place = line(_("或写明在哪里能看到"), _("如文号、网址"), PLACE_LENGTH)
    happened_on = a_day(_("事情发生的日期"))
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    attached: Attached | None = None

    def clean(self) -> dict[str, Any]:
        """Take the file in, or find the one that was, and demand a kind of what was brought."""
        cleaned = self.cleaned_data
        try:
            self.attached = _taken(cleaned.get("file"), cleaned.get("kept", ""))
        except Refusal as refusal:
            self.add_error("file", sentence(refusal))
        if self.brings_something and not cleaned.get("kind"):
            self.add_error("kind", gettext("请写明这是完成标准要求的哪一类佐证，如“印发文件”。"))
        return cleaned

    @property
    def brings_something(self) -> bool:
        """Whether the row was filled in."""
        return self.attached is not None or bool(self.cleaned_data.get("place"))

    @property
    def token(self) -> str:
        """What stands for the file that was taken in, when the form comes back."""
        return signing.dumps(asdict(self.attached), salt=SALT) if self.attached else ""

    @property
    def proof(self) -> Proof:
        """What the loop is given."""
        said = self.cleaned_data
        return Proof(said["kind"], said["place"], said["happened_on"], self.attached)


class ProofForms:
    """The rows of one form: one for each kind that the standard still asks for, and one for anything else."""

    def __init__(
        self,
        task: Task,
        data: Mapping[str, Any] | None = None,
        files: Any = None,
    ) -> None:
        missing = sorted(set(task.evidence_named) - set(task.evidence))
        if data is None:
            kinds = [*missing, ""][-MOST_ROWS:]
            self.rows = [
                ProofForm(prefix=f"proof{place}", initial={"kind": kind}) for place, kind in enumerate(kinds)
            ]
        else:
            places = [place for place in range(MOST_ROWS) if f"proof{place}-kind" in data]
            self.rows = [ProofForm(data, files, prefix=f"proof{place}") for place in places]

    def is_valid(self) -> bool:
        """Take in every file, also where another is refused, so that none has to be brought twice."""
        verdicts = [row.is_valid() for row in self.rows]
        return all(verdicts)

    def brought(self) -> list[Proof]:
        """Return the evidence of the rows that were filled in."""
        return [row.proof for row in self.rows if row.brings_something]


def _taken(upload: Any, token: str) -> Attached | None:
    if upload:
        return received(upload.chunks(), str(upload.name), upload.size or 0)
    if not token:
        return None
    try:
        return Attached(**signing.loads(token, salt=SALT, max_age=24 * 60 * 60))
    except signing.BadSignature as fault:
        raise Refusal(LOST) from fault
