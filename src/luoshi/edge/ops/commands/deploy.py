"""``luoshi deploy``: put a document into force."""

from pathlib import Path

import click

from luoshi.edge.ops.acting import acting_as, now, organization_of, person_of
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("部署一份文件：存下原文、提纲和待确认的任务。同一份文件只登记一次。"))
@click.argument("file", metavar=_("文件"), type=click.Path(path_type=Path))
@click.option("--for", "code", metavar=_("代码"), required=True, help=_("由哪个组织部署"))
@acting_as
def command(file: Path, code: str, account: str) -> None:
    """Deploy a document and print its number; exit code 1 for a refusal, 2 for a file that cannot be read."""
    refuse_unprepared()
    from luoshi.edge.exchange import document_text  # noqa: PLC0415  # only needed here
    from luoshi.plan.deployments.actions import deploy  # noqa: PLC0415  # Django loads only here
    from luoshi.plan.deployments.queries import clauses, drafts  # noqa: PLC0415  # as above

    with refusing():
        place, person = organization_of(code), person_of(account)
        made = deploy(document_text(file), file.name, organization=place, by=person, at=now())
        said = {
            "number": made.pk,
            "title": made.title,
            "clauses": len(clauses(made)),
            "drafts": len(drafts(made)),
        }
        click.echo(_("部署 %(number)d：%(title)s，%(clauses)d 条款，%(drafts)d 项待确认") % said)
