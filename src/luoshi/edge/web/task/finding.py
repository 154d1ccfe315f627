"""The task that an address names, for whoever may see it; what is out of reach does not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from luoshi.act.tasks.details import helper_paths
from luoshi.act.tasks.queries import find
from luoshi.edge.web.access import View, Viewer


def on_task(view: Callable[..., HttpResponse]) -> View:
    """Give the view the task of ``number``, which its viewer may see, or answer 404."""

    @wraps(view)
    def found(request: HttpRequest, viewer: Viewer, number: int, **parts: Any) -> HttpResponse:
        task = find(number)
        if task is None:
            raise Http404
        places = [each.path for each in (task.owner, task.issuer) if each is not None]
        verifies = task.verifier_id in {each.post for each in viewer.held}
        if not (viewer.sees(*places) or verifies or viewer.sees(*helper_paths(task))):
            raise Http404
        return view(request, viewer, task, **parts)

    return found
