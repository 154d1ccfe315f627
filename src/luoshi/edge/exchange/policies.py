"""The policies of this site: when a light turns yellow, and on which ladder an overdue task climbs."""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from luoshi.core.lifecycle import LightPolicy, Rung
from luoshi.core.refusals import N_, Refusal

from .overlay import overlay, parsed

FOLDER = "policies"
LIGHTS, LADDER, SECOND_FACTOR = "lights", "ladder", "second_factor"
ADDRESSEES = ("handler", "leader", "first_responsible", "unit")

UNKNOWN = N_("没有叫“{name}”的策略文件：请改名为 {known} 之一，或移出这个文件夹。")
WRONG_FIELD = N_("“{name}”里的 {field} 写得不对：请照随软件附带的同名文件的样子填写。")
TWICE = N_("“{name}”里有两级都叫 {rung}：每一级要有自己的名字，请改一个。")


def site_lights() -> LightPolicy:
    """Return when lights turn yellow at this installation, read once by each process. Raises as ``policies`` does."""
    return policies(settings.LUOSHI_HOME)[0]


def site_ladder() -> tuple[Rung, ...]:
    """Return the escalation ladder of this installation, read once by each process. Raises as ``policies`` does."""
    return policies(settings.LUOSHI_HOME)[1]


@cache
def policies(home: Path) -> tuple[LightPolicy, tuple[Rung, ...]]:
    """Return the light policy and the ladder for the data directory ``home``.

    A file in ``home/content/policies`` outranks the shipped one of the same name as a whole. Raises
    Refusal, naming the file and the field, for what cannot be understood, and for a file whose
    name means nothing: its author believes that it counts. ``OSError`` when one cannot be read.
    """
    found = {path.stem: path for path in overlay(home, FOLDER)}
    strange = sorted(found.keys() - {LIGHTS, LADDER, SECOND_FACTOR})
    if strange:
        known = f"{LIGHTS}.toml、{LADDER}.toml、{SECOND_FACTOR}.toml"
        raise Refusal(UNKNOWN, name=found[strange[0]].name, known=known)
    return _lights(found[LIGHTS]), _ladder(found[LADDER])


def _lights(path: Path) -> LightPolicy:
    said = _only(path, parsed(path), {"soon": int, "behind": int}, "")
    for field, most in (("soon", 365), ("behind", 100)):
        if not 0 <= said[field] <= most:
            raise Refusal(WRONG_FIELD, name=path.name, field=field)
    return LightPolicy(**said)


def _ladder(path: Path) -> tuple[Rung, ...]:
    steps = _only(path, parsed(path), {"rungs": list}, "")["rungs"]
    rungs = tuple(_rung(path, step, f"rungs[{number}]") for number, step in enumerate(steps, start=1))
    for rung in rungs:
        if [each.name for each in rungs].count(rung.name) > 1:
            raise Refusal(TWICE, name=path.name, rung=rung.name)
    return tuple(sorted(rungs, key=lambda rung: rung.days))


def _rung(path: Path, step: Any, place: str) -> Rung:
    if not isinstance(step, dict):
        raise Refusal(WRONG_FIELD, name=path.name, field=place)
    said = _only(path, step, {"name": str, "label": str, "to": str, "days": int}, f"{place}.")
    demands = {
        "name": said["name"].isidentifier() and said["name"].isascii(),
        "label": bool(said["label"].strip()),
        "to": said["to"] in ADDRESSEES,
        "days": 0 < abs(said["days"]) <= 365,
    }
    for field, met in demands.items():
        if not met:
            raise Refusal(WRONG_FIELD, name=path.name, field=f"{place}.{field}")
    return Rung(**said)


def _only(path: Path, said: dict[str, Any], kinds: dict[str, type], place: str) -> dict[str, Any]:
    """Return what was said, once it holds each field with its kind and nothing else."""
    strange = sorted(said.keys() - kinds)
    wrong = [field for field, kind in kinds.items() if type(said.get(field)) is not kind]
    for field in (*strange, *wrong):
        raise Refusal(WRONG_FIELD, name=path.name, field=f"{place}{field}")
    return said
