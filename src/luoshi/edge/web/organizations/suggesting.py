"""Organizations that fit what somebody is typing, for every field that names one."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.choosing import ABOVE, label, typed_word
from luoshi.edge.web.pages import page
from luoshi.ground.organizations.queries import search, search_above

SHOWN = 8


@require_safe
@members
def organization_search(request: HttpRequest, viewer: Viewer) -> HttpResponse:
    """Answer with a list of buttons; the one value of the address is what was typed, whatever its field is called.

    Finds by name, short name, code and the first letters of the sounds, within the viewer's reach; with ``above``
    in the address also what stands above it, whose names every page of an organization shows.
    """
    word = typed_word(request)
    fitting = search(word, viewer.paths, SHOWN)
    if ABOVE in request.GET:
        fitting = [*search_above(word, viewer.paths), *fitting][:SHOWN]
    found = [(label(each), each.name, each.get_kind_display()) for each in fitting]
    return page(request, "parts/suggestions.html", {"found": found, "word": word})
