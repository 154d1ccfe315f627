"""What the moves of the loop are called in the shell, and in which order all commands are told."""

from collections.abc import Iterable

from luoshi.core.lifecycle import TABLE, Move
from luoshi.edge.ops.language import translate as _

# Looking back is one word in the shell; every other move is called what the table calls it.
MOVES = {"lookback" if step is Move.LOOK_BACK else step.value.replace("_", "-"): step for step in TABLE}


def _loop() -> list[str]:
    """Return the moves in the order of the loop's table, and before the verifier's the look that prepares them."""
    names = list(MOVES)
    names.insert(names.index("return"), "verify")
    return names


SECTIONS = (
    (_("从文件到任务"), ("read", "deploy", "drafts", "confirm", "dismiss")),
    (_("任务的闭环，按办理先后"), ("tasks", "task", *_loop())),
    (_("组织"), ("found", "rename", "move", "merge", "dissolve")),
    (
        _("人员、岗位和授权"),
        ("register", "open-account", "rehome", "appoint", "vacate", "abolish", "grant", "revoke"),
    ),
    (_("成批办理"), ("template", "import", "export")),
    (_("规定"), ("rules",)),
)
REST = _("网站、账本和数据目录")


def in_sections(names: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return the commands under their headings; what no heading names stands under the last, by name."""
    left = set(names)
    told = [(heading, [name for name in group if name in left]) for heading, group in SECTIONS]
    named = {name for _heading, group in told for name in group}
    return [*told, (REST, sorted(left - named))]
