"""Jobs that pages asked for, done here and now; stopped or killed where a test says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.utils import timezone

from luoshi.ground.jobs.actions import take
from luoshi.ground.jobs.carrying_out import carry_out
from luoshi.ground.jobs.models import Job

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer


def worked(answer: "Answer") -> Job:
    """Do the job to whose page the answer leads, and return it as it ended."""
    job = take(at=timezone.now())
    assert job is not None
    assert answer.headers["Location"] == f"/jobs/{job.pk}/"
    return carry_out(job)


@contextmanager
def at_statement(begins: str, number: int, event: Callable[[], object]) -> Iterator[None]:
    """Let ``event`` happen in the block right after the statement that is the ``number``-th to begin like that."""
    seen = 0

    def watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal seen
        result = execute(sql, *rest)
        if sql.startswith(begins):
            seen += 1
            if seen == number:
                event()
        return result

    with connection.execute_wrapper(watch):
        yield
