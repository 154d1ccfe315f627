"""Everything that happened in the city, written down story by story and lived through day by day."""

from collections.abc import Callable
from datetime import datetime
from itertools import count

from .days import Days

Deed = Callable[[datetime], object]


class Diary:
    """Keeps deeds by their moments 日志, so that the ledger tells them in the order in which they happened."""

    def __init__(self, days: Days) -> None:
        """Take the days that the stories count in."""
        self.days = days
        self._stories = count()
        self._deeds: list[tuple[datetime, int, Deed]] = []

    def story(self) -> "Thread":
        """Begin another story."""
        return Thread(self, next(self._stories))

    def write(self, moment: datetime, deed: Deed) -> None:
        """Write down what is to happen at that moment."""
        self._deeds.append((moment, len(self._deeds), deed))

    def live_through(self) -> None:
        """Let everything happen, the oldest first."""
        for moment, _place, deed in sorted(self._deeds):
            deed(moment)


class Thread:
    """One story as it is written down 情节: each step a little after the one before."""

    def __init__(self, diary: Diary, number: int) -> None:
        """Take the diary to write into, and which story this is."""
        self._diary = diary
        self._number = number
        self._steps = count()

    def then(self, on: int, deed: Deed) -> None:
        """Write down the next step, on that working day."""
        moment = self._diary.days.moment(on, self._number, next(self._steps))
        self._diary.write(moment, deed)
