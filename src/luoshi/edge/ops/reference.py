"""Every command as a page of Markdown, for docs/reference; a test compares the two."""

from collections.abc import Iterator

import click

from luoshi.edge.ops.cli import main
from luoshi.edge.ops.order import in_sections

HEAD = """# Commands

Generated from the commands themselves by `make reference`; a test compares them. Without `LUOSHI_LANG=en` they speak
Chinese. What a rule forbids costs one sentence and exit code 1 and changes nothing; what cannot be read or understood,
exit code 2. A required `--as` names who acts: what he may do follows from his posts and from what was granted to him.
"""


def page() -> str:
    """Return the whole page, in the language of this process."""
    context = main.make_context("luoshi", [], resilient_parsing=True)
    parts = [HEAD]
    for heading, names in in_sections(main.list_commands(context)):
        found = [(name, main.get_command(context, name)) for name in names]
        told = [line for name, command in found if command for line in _told(name, command, context)]
        parts.append(f"\n## {heading}\n\n" + "\n".join(told) + "\n")
    return "".join(parts)


def _told(name: str, command: click.Command, above: click.Context) -> Iterator[str]:
    """Give a line for the command and one for each of its options; of a group, for each of its commands."""
    context = click.Context(command, info_name=name, parent=above)
    if isinstance(command, click.Group):
        for part in command.commands.values():
            yield from _told(f"{name} {part.name}", part, above)
        return
    needed = [
        _line(each, context) for each in command.params if each.required and isinstance(each, click.Option)
    ]
    pieces = [each for each in command.collect_usage_pieces(context) if each != command.options_metavar]
    yield f"- `{' '.join(['luoshi', name, *pieces, *needed])}`<br>{command.help}"
    for each in command.params:
        record = each.get_help_record(context)
        # Arguments stand in the line itself; who acts is said once, at the head of the page.
        if record and isinstance(each, click.Option) and not (each.required and "--as" in each.opts):
            yield f"  - `{_line(each, context)}`: {record[1]}"


def _line(option: click.Option, context: click.Context) -> str:
    """Return how an option is typed."""
    return option.opts[0] if option.is_flag else f"{option.opts[0]} {option.make_metavar(context)}"
