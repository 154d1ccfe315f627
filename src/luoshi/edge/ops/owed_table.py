"""What an organization owes, printed for people: each obligation by its last day, how it stands and why."""

from collections import Counter
from collections.abc import Sequence

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from luoshi.core.rules import STATUS_LABELS, Obligation, Status, why
from luoshi.edge.ops.language import translate as _

COLORS = {Status.MISSED: "red", Status.OWED: "yellow", Status.MET: "blue"}


def print_owed(obligations: Sequence[Obligation]) -> None:
    """Print one row an obligation, and one line of how many stand how. Nobody is named."""
    table = Table(show_lines=False, pad_edge=False, box=None, header_style="bold", padding=(0, 1))
    table.add_column(_("期限"), no_wrap=True)
    table.add_column(_("落实情况"), no_wrap=True)
    table.add_column(_("编号"), no_wrap=True)
    table.add_column(_("规定"), ratio=2, overflow="fold")
    table.add_column(_("为什么"), ratio=3, overflow="fold")
    for each in obligations:
        reason = why(each)
        facts = {**reason.facts, **({"reason": _(each.reason)} if each.reason else {})}
        table.add_row(
            each.due.isoformat(),
            Text(_(STATUS_LABELS[each.status]), style=COLORS.get(each.status, "")),
            each.rule.id,
            Text(each.rule.title),
            Text(_(reason.sentence).format_map(facts)),
        )
    if obligations:
        Console(highlight=False).print(table)
    counts = Counter(each.status for each in obligations)
    click.echo(" · ".join(f"{_(STATUS_LABELS[status])} {counts[status]}" for status in Status))
