"""The backup as a job, for whoever keeps the system."""

from django.urls import reverse
from django.utils import timezone

from luoshi.core.refusals import N_
from luoshi.ground.jobs.work import JobKind, JobResult, Running

from .shelf import back_up, new_name, shelf
from .writing import remove_unfinished

MADE = N_("备份已做好：{rows} 行数据、{files} 个文件，存为 {name}。")


def _back_up(running: Running) -> JobResult:
    at = timezone.localtime()
    shelf().mkdir(mode=0o700, parents=True, exist_ok=True)
    remove_unfinished(shelf())
    target = shelf() / new_name(at)
    made = back_up(target, by=running.by.pk, at=at, advance=running.advance)
    rows = sum(part.rows or 0 for part in made.parts)
    files = sum(part.rows is None for part in made.parts)
    return JobResult(
        MADE, {"rows": str(rows), "files": str(files), "name": target.name}, link=reverse("system_backups")
    )


BACKUP = JobKind(N_("备份"), _back_up)
