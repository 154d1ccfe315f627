"""The table as a page of Markdown, for docs/reference; a test compares the two."""

from luoshi.core.lifecycle.states import ROLE_LABELS, STATE_LABELS, State
from luoshi.core.lifecycle.table import TABLE, Transition

HEAD = """# The life cycle of a task

Generated from `src/luoshi/core/lifecycle/table.py` by `make reference`; a test compares them. A dash means that the state
stays. Whoever has none of the roles, and whoever lacks a need, is refused in one sentence that says the way out.

| Move | 动作 | From | By | Needs | To | Ledger |
|---|---|---|---|---|---|---|
"""


def page() -> str:
    """Return the whole page."""
    rows = (f"| `{move.value}` | {line.label} | {_cells(line)} |" for move, line in TABLE.items())
    states = "\n".join(f"| `{state.value}` | {label} |" for state, label in STATE_LABELS.items())
    roles = "\n".join(f"| `{role.value}` | {label} |" for role, label in ROLE_LABELS.items())
    words = f"\n\n| State | 状态 |\n|---|---|\n{states}\n\n| Role | 身份 |\n|---|---|\n{roles}\n"
    return HEAD + "\n".join(rows) + words


def _cells(line: Transition) -> str:
    needs = ", ".join(guard.name for guard in line.needs) or "—"
    start, who = (", ".join(each.value for each in group) for group in (line.start, line.who))
    return f"{start} | {who} | {needs} | {_target(line)} | `{line.verb}`"


def _target(line: Transition) -> str:
    if line.to is None:
        return "—"
    return line.to.value if isinstance(line.to, State) else "where it was suspended"
