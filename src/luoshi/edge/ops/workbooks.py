"""What the commands about workbooks share: which there are, and how a refusal ends a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from luoshi.core.formats import Unreadable
from luoshi.core.refusals import N_, Refusal
from luoshi.edge.exchange.refusal_words import in_words
from luoshi.edge.ops.language import translate as _

KINDS = ("organizations", "people")
REFUSED, UNREADABLE = 1, 2

which = click.argument("which", metavar="organizations|people", type=click.Choice(KINDS))
file_to_write = click.argument("file", metavar=_("文件名"), type=click.Path(path_type=Path, dir_okay=False))


@contextmanager
def refusing() -> Iterator[None]:
    """End the command with one sentence: exit code 1 for what a rule forbids, 2 for a file that cannot be used."""
    try:
        yield
    except Refusal as refusal:
        click.echo(_(refusal.sentence).format_map(refusal.facts), err=True)
        raise SystemExit(REFUSED) from None
    except Unreadable as refusal:
        click.echo(in_words(refusal, _), err=True)
        raise SystemExit(UNREADABLE) from None
    except UnicodeEncodeError:
        sentence = _("有的字不是 UTF-8 编码，无法保存：请在 UTF-8 编码的终端里重新输入。")
        click.echo(sentence, err=True)
        raise SystemExit(REFUSED) from None
    except OSError as error:
        if error.filename is None:
            # No file of the user's: whoever read our output has closed it, which the command line knows to handle.
            raise
        sentence = _("“%s”打不开或写不进去：请核对路径，并确认有读写权限。")
        click.echo(sentence % error.filename, err=True)
        raise SystemExit(UNREADABLE) from None


def write(file: Path, content: bytes) -> None:
    """Write a workbook where none is yet. Raises ``Refusal`` instead of overwriting."""
    try:
        with file.open("xb") as target:
            target.write(content)
    except FileExistsError:
        raise Refusal(N_("“{name}”已经存在：请换一个文件名，或先移走它。"), name=str(file)) from None
    click.echo(_("已写入 %s") % file)
