"""What only a person can answer: whom a written name means, and what day an unread term is."""

from dataclasses import dataclass
from datetime import date

from luoshi.ground.organizations.models import OrganizationKind
from luoshi.plan.deployments.parties import KIND_WORDS, kind_meant
from luoshi.plan.deployments.review import Review

from .days import Day, usual


@dataclass(frozen=True, slots=True)
class NameQuestion:
    """A name as written, and what it probably means, as somebody would type it; empty where nothing suggests itself."""

    name: str
    guess: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DayQuestion:
    """A term as written that is neither a day nor a rhythm, the drafts that have it, and days to choose from."""

    words: str
    drafts: tuple[str, ...]
    days: tuple[Day, ...]


def name_questions(review: Review) -> tuple[NameQuestion, ...]:
    """Return the names nobody has answered yet, in the order of the text."""
    return tuple(_asked(review, name) for name in review.asked)


def day_questions(review: Review, today: date) -> tuple[DayQuestion, ...]:
    """Return the terms of open drafts that the reader could not turn into a day."""
    unread: dict[str, list[str]] = {}
    for draft in review.drafts:
        if draft.is_open and draft.deadline and not draft.deadline_on and not draft.frequency:
            unread.setdefault(draft.deadline, []).append(f"{draft.place}:{draft.version}")
    days = usual(today, None) if unread else ()
    return tuple(DayQuestion(words, tuple(drafts), days) for words, drafts in unread.items())


def _asked(review: Review, name: str) -> NameQuestion:
    kind = kind_meant(name)
    if kind is not None:
        return NameQuestion(name, all_of(kind), ())
    found = review.parties.candidates.get(name, ())
    guesses = [each.name for each in found]
    return NameQuestion(name, guesses[0] if len(guesses) == 1 else "", tuple(guesses))


def all_of(kind: OrganizationKind, above: str = "") -> str:
    """Return the words for all of a kind below an organization, or below the deploying one."""
    word = next(word for word, each in KIND_WORDS if each == kind)
    return f"{above}下属全部{word}" if above else f"全部{word}"
