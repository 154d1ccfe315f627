"""Ways to look at the table that somebody keeps under a name."""

from urllib.parse import parse_qsl, urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from luoshi.edge.web.access import Viewer, members
from luoshi.ground.people.models import Person
from luoshi.ground.statements import for_each_driver, run
from luoshi.ground.tables import StoredTable

from .asked import WORDS
from .models import NAME_LENGTH, QUERY_LENGTH, SavedView

_SAVED = StoredTable(SavedView)
# Written by hand because every look at the table asks it.
_OWN = for_each_driver(
    "SELECT {columns} FROM supervision_savedview WHERE person_id = %s ORDER BY id", columns=_SAVED.columns()
)


def saved_by(person: Person) -> list[SavedView]:
    """Return the views that somebody keeps, the oldest first."""
    return [_SAVED.made(row) for row in run(_OWN, (person.pk,)).fetchall()]


@require_POST
@members
def saved_views(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Keep the question under a name; a name that is in use gets the new question."""
    name = " ".join(request.POST.get("name", "").split())[:NAME_LENGTH]
    query = _known(request.POST.get("query", ""))
    if name:
        SavedView.objects.update_or_create(person=viewer.person, name=name, defaults={"query": query})
    return redirect(f"{reverse('tasks')}?{query}")


@require_POST
@members
def saved_view_removal(_request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Forget one of one's own."""
    removed, _kinds = SavedView.objects.filter(pk=number, person=viewer.person).delete()
    if not removed:
        raise Http404
    return redirect("tasks")


def _known(query: str) -> str:
    """Return the words of the question that the table knows, so that nothing else is ever kept or followed."""
    pairs = parse_qsl(query[:QUERY_LENGTH])
    kept = urlencode([(word, value) for word, value in pairs if word in WORDS])
    return kept if len(kept) <= QUERY_LENGTH else ""
