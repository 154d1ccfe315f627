"""What somebody may bring to a move from the shell: how it is typed, and what it then means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from luoshi.core.refusals import N_
from luoshi.edge.ops.acting import one_of, organization_of
from luoshi.edge.ops.days import DAY
from luoshi.edge.ops.language import translate as _

if TYPE_CHECKING:
    from luoshi.act.tasks.proof import Proof
    from luoshi.ground.organizations.models import Organization

NO_RUNG = N_("督办阶梯里没有“{said}”这一级：请从{choices}中选一级。")


def _as_typed(typed: Any) -> Any:
    return typed


@dataclass(frozen=True, slots=True)
class Brought:
    """One thing that is brought: its place on the command line, called as the action calls it, and its meaning.

    ``meaning`` raises ``Refusal`` for what means nothing.
    """

    typed: click.Parameter
    meaning: Callable[[Any], Any] = _as_typed


def _owner(code: str | None) -> Organization | None:
    return organization_of(code) if code else None


def _rung(label: str) -> str:
    from luoshi.edge.exchange.policies import site_ladder  # noqa: PLC0415  # Django loads only where a command needs it

    return one_of(label, {_(rung.label): rung.name for rung in site_ladder()}, NO_RUNG) if label else ""


def _proofs(places: tuple[str, ...]) -> list[Proof]:
    from luoshi.act.tasks.proof import Proof  # noqa: PLC0415  # Django loads only where a command needs it

    parts = (each.partition("=") for each in places)
    return [Proof(kind.strip(), place.strip()) for kind, _sign, place in parts]


REASON = Brought(click.Option(["--reason"], default="", help=_("理由，会记入账本")))
NOTE = Brought(click.Option(["--note"], default="", help=_("情况：办了什么、结果如何")))
PROGRESS = Brought(click.Option(["--progress"], type=int, metavar="0-100", help=_("办到百分之几")))
OWNER = Brought(click.Option(["--owner"], metavar=_("代码"), help=_("承办单位的代码")), _owner)
DEADLINE = Brought(click.Option(["--deadline", "deadline_on"], type=DAY, help=_("新的时限，须是工作日")))
RUNG = Brought(
    click.Option(["--rung"], default="", metavar=_("级次"), help=_("提到哪一级，如“督办通知单”")), _rung
)
PROOFS = Brought(
    click.Option(
        ["--evidence", "proofs"],
        multiple=True,
        metavar=_("类别=所在"),
        help=_("佐证的类别和在哪里能看到，可多次"),
    ),
    _proofs,
)
TITLES = Brought(click.Argument(["titles"], metavar=_("子任务…"), nargs=-1))
