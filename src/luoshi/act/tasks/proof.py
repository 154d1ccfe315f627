"""What somebody brings to prove that something is done."""

from dataclasses import dataclass

from luoshi.core.refusals import Refusal, refuse_overlong

from .refusals import KINDLESS

KIND_LENGTH, PLACE_LENGTH = 60, 300


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence as it is brought 佐证: its kind, as the standard names it, and where it can be seen."""

    kind: str
    place: str = ""

    def refuse_unsound(self) -> None:
        """Raise ``Refusal`` for a proof without a kind, or with more words than can be kept."""
        if not self.kind.strip():
            raise Refusal(KINDLESS, place=self.place)
        refuse_overlong(self.kind, KIND_LENGTH)
        refuse_overlong(self.place, PLACE_LENGTH)
