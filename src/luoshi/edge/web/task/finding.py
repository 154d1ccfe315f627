"""The task that an address names, for whoever may see it; what is out of reach does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from luoshi.act.tasks.queries import find
from luoshi.act.tasks.reach import sees
from luoshi.edge.web.access import View, Viewer


def on_task(view: Callable[..., HttpResponse]) -> View:
    """Give the view the task of ``number``, which its viewer may see, or answer 404."""

    @wraps(view)
    def found(request: HttpRequest, viewer: Viewer, number: int, **parts: Any) -> HttpResponse:
        task = find(number)
        if task is None or not sees(task, viewer.paths, viewer.posts):
            raise Http404
        return view(request, viewer, task, **parts)

    return found
