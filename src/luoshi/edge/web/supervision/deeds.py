"""What can be done with many tasks at once, and the tasks that somebody means by what the table shows."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice

from django import forms
from django.http import QueryDict
from django.utils.timezone import localdate

from luoshi.act.tasks import actions
from luoshi.act.tasks.table import throughout
from luoshi.core.refusals import N_, Refusal
from luoshi.edge.web.access import Viewer

from .asked import asked
from .forms import ExtensionForm, ExtensionRequestForm, TransferForm, UrgingForm

# More than these are too many for one job to hold.
MOST = 5_000
TOO_MANY = N_("一次最多办 {most} 件，现在筛出的更多：请先筛选，再分几次办。")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done with many 批量办理: its name, its form, the action, what to say of each then; its job."""

    name: str
    form: type[forms.Form]
    act: Callable[..., object]
    done: str
    job: str


URGING = Deed(N_("催办"), UrgingForm, actions.urge, N_("已催办，承办方会看到您的附言。"), "tasks.urging")
TRANSFER = Deed(
    N_("转办"),
    TransferForm,
    actions.transfer,
    N_("已转办，新的承办单位须重新签收。"),
    "tasks.transfer",
)
REQUEST = Deed(
    N_("申请延期"),
    ExtensionRequestForm,
    actions.ask_extension,
    N_("已申请延期，等交办方答复。"),
    "tasks.extension_request",
)
EXTENSION = Deed(
    N_("准予延期"),
    ExtensionForm,
    actions.grant_extension,
    N_("已准予延期，原时限仍看得到。"),
    "tasks.extension",
)


def shown_by(query: str, viewer: Viewer) -> list[int]:
    """Return the numbers of all tasks that the table shows at that address. Raises ``Refusal`` for too many."""
    wanted = asked(QueryDict(query), viewer, localdate()).wanted
    found = [row.id for row in islice(throughout(wanted), MOST + 1)]
    if len(found) > MOST:
        raise Refusal(TOO_MANY, most=str(MOST))
    return found
