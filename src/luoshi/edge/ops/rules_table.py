"""Rules printed for people, and what came of working their cases."""

from collections.abc import Iterable

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from luoshi.core.rules import (
    MODALITY_LABELS,
    STATUS_LABELS,
    Almanac,
    CaseOutcome,
    Pack,
    Status,
    undemonstrated,
    work,
)
from luoshi.edge.ops.language import translate as _

SAID = {"none": _("不要求"), "yes": _("是"), "no": _("否")}


def print_packs(packs: Iterable[Pack]) -> None:
    """Print one row a rule under the title of its file, as wide as the terminal is."""
    table = Table(show_lines=False, pad_edge=False, box=None, header_style="bold", padding=(0, 1))
    table.add_column(_("编号"), no_wrap=True)
    table.add_column(_("规定"), ratio=3, overflow="fold")
    table.add_column(_("约束程度"), no_wrap=True)
    table.add_column(_("依据"), ratio=2, overflow="fold")
    table.add_column(_("生效"), no_wrap=True)
    table.add_column(_("核实"), no_wrap=True)
    for pack in packs:
        table.add_row("", Text(pack.title, style="bold"))
        for rule in pack.rules:
            cited = "；".join(each.place for each in rule.citations)
            table.add_row(
                rule.id,
                Text(rule.sentence),
                _(MODALITY_LABELS[rule.modality]),
                Text(cited),
                rule.valid_from.isoformat(),
                _("已核") if rule.checked else Text(_("待核"), style="yellow"),
            )
    Console(highlight=False).print(table)


def print_outcomes(pack: Pack, almanac: Almanac) -> bool:
    """Work the cases of a pack, print what fails and one line of figures; return whether all is well."""
    outcomes = list(work(pack, almanac))
    failed = [outcome for outcome in outcomes if outcome.differs]
    for outcome in failed:
        click.echo(_told(pack, outcome), err=True)
    silent = list(undemonstrated(pack))
    for rule, day in silent:
        sentence = _("“{file}”第 {line} 行：规定“{rule}”没有例子说明 {day} 前后的不同，请前后各补一个。")
        click.echo(
            sentence.format(file=pack.name, line=rule.line, rule=rule.id, day=day.isoformat()), err=True
        )
    sentence = _("{file}：{rules} 条规定，{cases} 个例子，{failed} 个不符。")
    click.echo(
        sentence.format(file=pack.name, rules=len(pack.rules), cases=len(outcomes), failed=len(failed))
    )
    return not failed and not silent


def _told(pack: Pack, outcome: CaseOutcome) -> str:
    differs = "，".join(
        _("{key} 应为“{said}”，算出来是“{found}”").format(key=key, said=_word(said), found=_word(found))
        for key, said, found in outcome.differs
    )
    sentence = _("“{file}”第 {line} 行：规定“{rule}”的例子“{case}”不符：{differs}。")
    return sentence.format(
        file=pack.name, line=outcome.case.line, rule=outcome.rule.id, case=outcome.case.name, differs=differs
    )


def _word(status: str) -> str:
    return SAID[status] if status in SAID else _(STATUS_LABELS[Status(status)])
