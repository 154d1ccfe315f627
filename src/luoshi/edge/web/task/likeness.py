"""Sign-offs that nearly repeat another: shown to whoever verifies, never in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from luoshi.act.signoffs.actions import gather
from luoshi.act.signoffs.queries import alike
from luoshi.ground.ledger.verbs import VERBS

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task


@dataclass(frozen=True, slots=True)
class Likeness:
    """One repetition as the page says it, with the number of the task that said it before."""

    sentence: str
    task: int


def likenesses(task: Task) -> list[Likeness]:
    """Return what the task's own sign-offs nearly repeat, the most alike first."""
    gather()
    return [
        Likeness(
            _("{verb}说明与任务{task}的{earlier}说明相似{percent}%，请核对是否照抄。").format(
                verb=_(VERBS[each.verb]),
                task=each.task,
                earlier=_(VERBS[each.earlier_verb]),
                percent=round(each.likeness * 100),
            ),
            each.task,
        )
        for each in alike(task)
    ]
