"""People who fit what somebody is typing, for every field that names one."""

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.choosing import person_label, typed_word
from luoshi.edge.web.pages import page
from luoshi.ground.people.staff import search_people

SHOWN = 8


@require_safe
@members
def person_search(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Answer as the search of organizations does, with people at home or in post within the viewer's reach."""
    word = typed_word(request)
    people = search_people(word, viewer.paths, localdate(), SHOWN)
    found = [(person_label(each), each.name, str(each.home or "")) for each in people]
    return page(request, "parts/suggestions.html", {"found": found, "word": word})
