"""Days as they are typed: 2026-06-30."""

from datetime import date, datetime

import click

DAY = click.DateTime(["%Y-%m-%d"])


def day_of(typed: datetime | None) -> date | None:
    """Return the day that was typed, or nothing."""
    return typed.date() if typed else None
