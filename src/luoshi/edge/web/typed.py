"""What somebody typed while their session ended: kept until they have signed in again, then given back once.

A script keeps it in the browser as well; this is for browsers without one.
"""

from django.conf import settings
from django.http import HttpRequest

TYPED = "typed"
# More than any form here takes, less than would be worth sending us for nothing.
MOST = 64 * 2**10
# Under this name a form says whose words they are, so that nobody else is given them.
AUTHOR = "author"


def keep_typed(request: HttpRequest) -> None:
    """Keep what is posted where a session was and has ended; files cannot be kept."""
    if request.method != "POST" or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return
    said = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
    if said.get(AUTHOR) and sum(map(len, said.values())) <= MOST:
        request.session[TYPED] = {"path": request.path, "said": said}


def take_typed(request: HttpRequest, account: int) -> dict[str, str] | None:
    """Return what this account typed at this address before it had to sign in, once; else nothing."""
    kept = request.session.get(TYPED)
    if kept is None or kept["path"] != request.path:
        return None
    del request.session[TYPED]
    said: dict[str, str] = kept["said"]
    return said if said.get(AUTHOR) == str(account) else None
