"""Days as they are typed: 2026-06-30."""

from datetime import date

import click

from luoshi.edge.ops.language import translate as _


class Day(click.ParamType[date]):
    """A day, written year-month-day."""

    name = "day"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002  # as asked
        """Return how a day is written."""
        return _("年-月-日")

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; what is none ends the command with exit code 2."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(_("“%s”不是日期：请写成 2026-06-30 的样子。") % value, param, ctx)


DAY = Day()
