"""What forms and activities cost at this site, and what is known already: the shipped files, or the site's own."""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from luoshi.core.burden import ActivityCost, Costs, Form, Known, Question, Registry
from luoshi.core.refusals import N_, Refusal
from luoshi.core.rules import KIND_LABELS
from luoshi.ground.ledger.verbs import VERBS

from .overlay import overlay, parsed
from .policies import WRONG_FIELD

FOLDER, FORMS = "burden", "forms"
MOST_SECONDS, MOST_MINUTES, MOST_HOURS = 3600, 6000, 2000
PARTS = ("prepare", "record", "attend")

TWICE = N_("“{name}”里“{what}”列了两次：请只留一处。")


def site_registry() -> Registry:
    """Return the forms and known answers of this installation, read once by each process. Raises as ``registry``."""
    return registry(settings.LUOSHI_HOME)


def site_costs() -> Costs:
    """Return what activities cost at this installation, read once by each process. Raises as ``costs`` does."""
    return costs(settings.LUOSHI_HOME)


@cache
def registry(home: Path) -> Registry:
    """Return the declared forms and known answers for the data directory ``home``; its own files outrank the shipped.

    Raises Refusal, naming the file and the field, for what cannot be understood, a form or verb that stands twice.
    """
    files = {path.stem: path for path in overlay(home, f"{FOLDER}/{FORMS}")}
    told = [(path.name, parsed(path)) for path in files.values()]
    name, said = _file(home, "known")
    known = tuple(_known(name, each) for each in _list(name, said, "known"))
    keys = {each.key for each in known}
    forms = tuple(_form(file, each, keys) for file, said in told for each in _list(file, said, "form"))
    _refuse_twice(FORMS, [each.name for each in forms])
    _refuse_twice(FORMS, [verb for each in forms for verb in each.verbs])
    _refuse_twice(name, [each.key for each in known])
    return Registry(forms, known)


@cache
def costs(home: Path) -> Costs:
    """Return the costs of activities, in minutes, for the data directory ``home``. Raises as ``registry`` does."""
    name, said = _file(home, "activities")
    kinds = said.get("kinds")
    if not isinstance(kinds, dict):
        raise Refusal(WRONG_FIELD, name=name, field="kinds")
    for strange in kinds.keys() - KIND_LABELS.keys():
        raise Refusal(WRONG_FIELD, name=name, field=f"kinds.{strange}")
    budget = _whole(name, said.get("budget"), "budget", MOST_HOURS)
    by_kind = {kind: _cost(name, each, f"kinds.{kind}") for kind, each in kinds.items()}
    return Costs(by_kind, _cost(name, said.get("otherwise"), "otherwise"), budget)


def _file(home: Path, stem: str) -> tuple[str, dict[str, Any]]:
    path = [each for each in overlay(home, FOLDER) if each.stem == stem][-1]
    return path.name, parsed(path)


def _list(name: str, said: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = said.get(key)
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise Refusal(WRONG_FIELD, name=name, field=key)
    return found


def _form(name: str, said: dict[str, Any], known: Collection[str]) -> Form:
    called = _text(name, said.get("name"), "form.name")
    verbs, seconds, asks = said.get("verbs", []), said.get("seconds"), said.get("asks", {})
    if not isinstance(verbs, list) or any(verb not in VERBS for verb in verbs):
        raise Refusal(WRONG_FIELD, name=name, field=f"{called}.verbs")
    if not isinstance(seconds, dict) or not isinstance(asks, dict) or not asks.keys() <= seconds.keys():
        raise Refusal(WRONG_FIELD, name=name, field=f"{called}.seconds")
    if any(each not in known for each in asks.values()):
        raise Refusal(WRONG_FIELD, name=name, field=f"{called}.asks")
    questions = tuple(
        Question(each, _whole(name, cost, f"{called}.{each}", MOST_SECONDS), str(asks.get(each, "")))
        for each, cost in seconds.items()
    )
    label, asker = (_text(name, said.get(key), f"{called}.{key}") for key in ("label", "asker"))
    return Form(called, label, asker, tuple(verbs), questions)


def _known(name: str, said: dict[str, Any]) -> Known:
    key, label = (_text(name, said.get(each), f"known.{each}") for each in ("key", "label"))
    sources, words = said.get("sources", []), said.get("words", [])
    for field, values in (("sources", sources), ("words", words)):
        if not isinstance(values, list) or not all(isinstance(each, str) and each for each in values):
            raise Refusal(WRONG_FIELD, name=name, field=f"{key}.{field}")
    return Known(key, label, tuple(sources), tuple(words))


def _cost(name: str, said: object, place: str) -> ActivityCost:
    if not isinstance(said, dict) or set(said) != set(PARTS):
        raise Refusal(WRONG_FIELD, name=name, field=place)
    return ActivityCost(**{part: _whole(name, said[part], f"{place}.{part}", MOST_MINUTES) for part in PARTS})


def _whole(name: str, value: object, place: str, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise Refusal(WRONG_FIELD, name=name, field=place)
    return value


def _text(name: str, value: object, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Refusal(WRONG_FIELD, name=name, field=place)
    return value


def _refuse_twice(name: str, called: list[str]) -> None:
    for each in called:
        if called.count(each) > 1:
            raise Refusal(TWICE, name=name, what=each)
