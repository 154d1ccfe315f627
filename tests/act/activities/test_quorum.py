"""How many must be there, on both sides of every threshold."""

import pytest

from luoshi.act.activities.attendance import Ballot
from luoshi.act.activities.quorum import quorum_of, threshold_of
from luoshi.core.rules.kinds import ActivityKind

MEETING = {ActivityKind.GENERAL_MEETING}


@pytest.mark.parametrize(
    ("kinds", "ballot", "due", "needed"),
    [
        # More than half: of ten six, of eleven six.
        (MEETING, Ballot.NONE, 10, 6),
        (MEETING, Ballot.NONE, 11, 6),
        (MEETING, Ballot.ADMISSION, 10, 6),
        # Half or more: of four two, of five three.
        ({ActivityKind.COMMITTEE_MEETING}, Ballot.NONE, 4, 2),
        ({ActivityKind.COMMITTEE_MEETING}, Ballot.NONE, 5, 3),
        # Two thirds and four fifths, reached.
        ({ActivityKind.DEMOCRATIC_LIFE_MEETING}, Ballot.NONE, 9, 6),
        ({ActivityKind.DEMOCRATIC_LIFE_MEETING}, Ballot.NONE, 10, 7),
        (MEETING, Ballot.ELECTION, 10, 8),
        (MEETING, Ballot.ELECTION, 11, 9),
    ],
)
def test_a_meeting_needs_so_many_and_not_one_less(
    kinds: set[ActivityKind], ballot: Ballot, due: int, needed: int
) -> None:
    enough, short = quorum_of(kinds, ballot, due, needed), quorum_of(kinds, ballot, due, needed - 1)
    assert enough is not None
    assert short is not None
    assert (enough.needed, enough.is_met, short.is_met) == (needed, True, False)


def test_a_theme_day_has_no_quorum_and_a_vote_elsewhere_none_either() -> None:
    assert quorum_of({ActivityKind.THEME_DAY}, Ballot.NONE, 10, 1) is None
    assert quorum_of({ActivityKind.LECTURE}, Ballot.ELECTION, 10, 1) is None


def test_nobody_due_is_no_quorum() -> None:
    found = quorum_of(MEETING, Ballot.NONE, 0, 0)
    assert found is not None
    assert not found.is_met


def test_what_nobody_held_against_the_text_is_marked() -> None:
    admission, general = threshold_of(MEETING, Ballot.ADMISSION), threshold_of(MEETING, Ballot.NONE)
    assert admission is not None
    assert general is not None
    assert (admission.checked, general.checked) == (True, False)
