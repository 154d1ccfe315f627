"""How talks and home visits are sealed at rest: bound to their activity, with a key of their own purpose."""

import json
from dataclasses import dataclass

from luoshi.core.refusals import Refusal
from luoshi.ground import sealing

from .refusals import NO_KEY, NOT_READABLE

PURPOSE = "confidential activities"


@dataclass(frozen=True, slots=True)
class Confided:
    """What a talk or a visit was about 保密内容, and the ids of those who took part."""

    topic: str
    text: str
    people: tuple[int, ...]
    place: str = ""


def seal(chain: str, confided: Confided) -> bytes:
    """Return what was confided as only this installation can open it. Raises ``Refusal`` without a key."""
    said = {
        "topic": confided.topic,
        "text": confided.text,
        "people": list(confided.people),
        "place": confided.place,
    }
    try:
        return sealing.seal(PURPOSE, chain, json.dumps(said, ensure_ascii=False))
    except FileNotFoundError:
        raise Refusal(NO_KEY) from None


def unseal(chain: str, sealed: bytes) -> Confided:
    """Return what was sealed for this activity. Raises ``Refusal`` without a key, and for a seal that does not open."""
    try:
        said = json.loads(sealing.unseal(PURPOSE, chain, sealed))
    except FileNotFoundError:
        raise Refusal(NO_KEY) from None
    except sealing.Unopenable:
        raise Refusal(NOT_READABLE) from None
    return Confided(said["topic"], said["text"], tuple(said["people"]), said["place"])
