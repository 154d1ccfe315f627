"""How contact details are sealed at rest: bound to their person."""

from luoshi.core.refusals import Refusal
from luoshi.ground import sealing

from .models import Person
from .refusals import NO_KEY, NOT_READABLE

PURPOSE = "contact details"


def seal(person: Person, details: str) -> bytes:
    """Return the details as only this installation can open them. Raises ``Refusal`` without a key."""
    try:
        return sealing.seal(PURPOSE, person.chain, details)
    except FileNotFoundError:
        raise Refusal(NO_KEY) from None


def unseal(person: Person, sealed: bytes) -> str:
    """Return what was sealed for this person.

    Raises ``Refusal`` without a key, and for a seal of another key, another person or other bytes.
    """
    try:
        return sealing.unseal(PURPOSE, person.chain, sealed)
    except FileNotFoundError:
        raise Refusal(NO_KEY) from None
    except sealing.Unopenable:
        raise Refusal(NOT_READABLE, name=person.name) from None
