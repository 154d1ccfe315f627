"""What somebody brings to prove that something is done."""

from dataclasses import dataclass
from datetime import date

from luoshi.core.refusals import Refusal, refuse_overlong

from .lengths import KIND_LENGTH, PLACE_LENGTH
from .refusals import KINDLESS


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that is stored already 附件: its name, the SHA-256 of its bytes, how many these are, its media type."""

    name: str
    digest: str
    size: int
    media: str


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence as it is brought 佐证: its kind, as the standard names it, and where it can be seen.

    ``happened_on`` is the day of what it proves, ``attached`` the file itself where there is one.
    """

    kind: str
    place: str = ""
    happened_on: date | None = None
    attached: Attached | None = None

    def refuse_unsound(self) -> None:
        """Raise ``Refusal`` for a proof without a kind, or with more words than can be kept."""
        if not self.kind.strip():
            raise Refusal(KINDLESS, place=self.place or (self.attached.name if self.attached else ""))
        refuse_overlong(self.kind, KIND_LENGTH)
        refuse_overlong(self.place, PLACE_LENGTH)

    def told(self) -> dict[str, object]:
        """Return what the ledger is told of it; the digest holds the file in place too."""
        said: dict[str, object] = {"kind": self.kind, "place": self.place}
        if self.happened_on:
            said["happened_on"] = self.happened_on
        if self.attached:
            said |= {"file": self.attached.name, "digest": self.attached.digest, "size": self.attached.size}
        return said
