"""``luoshi read``: what a document asks to be done, as a table for people or as JSON for programs."""

import json
import sys
from pathlib import Path

import click

from luoshi.core.formats import Unreadable
from luoshi.core.reading import Reading, read
from luoshi.edge.exchange import document_text
from luoshi.edge.exchange.reading_json import as_json
from luoshi.edge.exchange.refusal_words import in_words
from luoshi.edge.ops.language import translate as _

REFUSED = 2


@click.command(help=_("解读文件：列出提纲和任务（谁来做、做什么、何时完成）。"))
@click.argument("files", metavar=_("文件…"), nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_lines", is_flag=True, help=_("输出 JSON，一份文件一行"))
@click.option("--all", "everything", is_flag=True, help=_("连同已完成的表述和引用的要求一并列出"))
@click.option("--text", "with_text", is_flag=True, help=_("在 JSON 中附上原文（区间以它为准）"))
def command(files: tuple[Path, ...], *, as_lines: bool, everything: bool, with_text: bool) -> None:
    """Read every file; one that cannot be read costs one sentence and exit code 2, the others are still read."""
    refused = False
    for path in files:
        try:
            text = document_text(path)
        except (Unreadable, OSError) as error:
            click.echo(_refusal(path, error), err=True)
            refused = True
            continue
        reading = read(text)
        if as_lines or with_text:
            shown = as_json(str(path), reading, everything=everything, text=text if with_text else None)
            click.echo(json.dumps(shown, ensure_ascii=False))
        else:
            _print(path, reading, everything=everything)
    if refused:
        sys.exit(REFUSED)


def _refusal(path: Path, error: Unreadable | OSError) -> str:
    if isinstance(error, Unreadable):
        return in_words(error, _)
    if isinstance(error, FileNotFoundError):
        return _("找不到文件“%s”：请核对路径和文件名。") % path
    if isinstance(error, IsADirectoryError):
        return _("“%s”是文件夹：请写出里面的文件名，例如 文件夹/方案.docx。") % path
    return _("没有权限读取“%s”：请换一个有权限的账号，或把文件复制到自己的目录。") % path


def _print(path: Path, reading: Reading, *, everything: bool) -> None:
    from luoshi.edge.ops.reading_table import print_reading  # noqa: PLC0415  # Rich loads only for people

    print_reading(path.name, reading, everything=everything)
