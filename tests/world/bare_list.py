"""What the table of tasks is measured against: the same fifty rows behind a login, by Django and Jinja2 alone."""

from functools import cache

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.timezone import localdate
from jinja2 import Environment

from luoshi.act.tasks.models import UNDONE, Task

PAGE = 50
TEMPLATE = Environment(autoescape=True).from_string("""<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><title>Tasks</title></head><body>
<h1>{{ user }}</h1>
<table><thead><tr><th>No</th><th>Task</th><th>Owner</th><th>Issuer</th><th>Deadline</th><th>Light</th><th>State</th>
<th>Progress</th><th>Origin</th></tr></thead><tbody>
{% for task in tasks %}<tr><td>{{ task.pk }}</td><td><a href="/tasks/{{ task.pk }}/">{{ task.title }}</a></td>
<td>{{ task.owner }}</td><td>{{ task.issuer }}</td><td>{{ task.deadline_on }} {{ (task.deadline_on - today).days }}</td>
<td>{{ task.get_light_display() }}</td><td>{{ task.get_state_display() }}</td><td>{{ task.progress }}</td>
<td>{{ task.get_origin_display() }}</td></tr>{% endfor %}
</tbody></table></body></html>""")


@cache
def _first() -> list[int]:
    """Return what is undone and due first, found once: the bare view is spared all searching."""
    undone = Task.objects.filter(state__in=UNDONE, deadline_on__isnull=False)
    return list(undone.order_by("deadline_on", "pk").values_list("pk", flat=True)[:PAGE])


@login_required
def tasks(request: HttpRequest) -> HttpResponse:
    """List the tasks, by deadline."""
    found = (
        Task.objects.filter(pk__in=_first()).select_related("owner", "issuer").order_by("deadline_on", "pk")
    )
    return HttpResponse(TEMPLATE.render(user=request.user, tasks=found, today=localdate()))


def health(_request: HttpRequest) -> HttpResponse:
    """Answer, so that whoever waits for the server knows."""
    return HttpResponse("ok")


urlpatterns = [path("tasks/", tasks), path("healthz", health)]
