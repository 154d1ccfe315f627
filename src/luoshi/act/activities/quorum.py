"""How many must be there for a meeting to decide, as the regulations say it; a fact about the meeting, no lock on it."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from luoshi.core.refusals import N_
from luoshi.core.rules.kinds import ActivityKind

from .attendance import Ballot


@dataclass(frozen=True, slots=True)
class Threshold:
    """How many of those who may vote must be there 到会要求: a share, reached or, where ``exceeded``, passed.

    ``cites`` names document and article; ``checked`` is false while nobody held it against the text itself.
    """

    share: Fraction
    exceeded: bool
    sentence: str
    cites: str
    checked: bool

    def needed(self, due: int) -> int:
        """Return how many of so many that is."""
        return floor(due * self.share) + 1 if self.exceeded else ceil(due * self.share)


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether enough were there 到会人数: of ``due`` voters ``present``, where ``needed`` are asked for, and by what."""

    due: int
    present: int
    needed: int
    threshold: Threshold

    @property
    def is_met(self) -> bool:
        """Whether the meeting could decide."""
        return self.due > 0 and self.present >= self.needed


HALF = Fraction(1, 2)
GENERAL = Threshold(
    HALF,
    exceeded=True,
    sentence=N_("有表决权的党员到会超过半数，表决才有效"),
    cites=N_("《中国共产党支部工作条例（试行）》第十一条"),
    checked=False,
)
COMMITTEE = Threshold(
    HALF,
    exceeded=False,
    sentence=N_("支部委员到会半数以上"),
    cites=N_("《中国共产党支部工作条例（试行）》第十二条"),
    checked=True,
)
TEAM = Threshold(
    Fraction(2, 3),
    exceeded=False,
    sentence=N_("到会人数达到应到的三分之二"),
    cites=N_("《县以上党和国家机关党员领导干部民主生活会若干规定》"),
    checked=False,
)
ADMISSION = Threshold(
    HALF,
    exceeded=True,
    sentence=N_("有表决权的党员到会超过应到半数"),
    cites=N_("《中国共产党发展党员工作细则》（2026年修订）第十九条"),
    checked=True,
)
ELECTION = Threshold(
    Fraction(4, 5),
    exceeded=False,
    sentence=N_("有选举权的党员到会达到应到的五分之四"),
    cites=N_("《中国共产党基层组织选举工作条例》第四章"),
    checked=False,
)
_BY_BALLOT = {Ballot.ADMISSION: ADMISSION, Ballot.ELECTION: ELECTION}
_BY_KIND = {
    ActivityKind.GENERAL_MEETING: GENERAL,
    ActivityKind.COMMITTEE_MEETING: COMMITTEE,
    ActivityKind.DEMOCRATIC_LIFE_MEETING: TEAM,
}


def threshold_of(kinds: Collection[ActivityKind], ballot: Ballot) -> Threshold | None:
    """Return what such a meeting must reach: what it votes on decides first; nothing where no number is laid down."""
    if ActivityKind.GENERAL_MEETING in kinds and ballot in _BY_BALLOT:
        return _BY_BALLOT[ballot]
    return next((_BY_KIND[kind] for kind in _BY_KIND if kind in kinds), None)


def quorum_of(kinds: Collection[ActivityKind], ballot: Ballot, due: int, present: int) -> Quorum | None:
    """Return whether so many of so many voters were enough, or nothing where no number is laid down."""
    threshold = threshold_of(kinds, ballot)
    return None if threshold is None else Quorum(due, present, threshold.needed(due), threshold)
