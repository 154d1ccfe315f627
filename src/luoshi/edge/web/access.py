"""Who may see what: the one place where it is decided. Business rights are posts times subtrees.

Every view carries one of the marks below; a test finds a view without. Whoever is not allowed to
see a thing gets the answer that a thing which does not exist gets.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate

from luoshi.core.refusals import N_, Refusal
from luoshi.ground.accounts.models import Account, Office
from luoshi.ground.accounts.queries import by_username
from luoshi.ground.organizations.paths import STEP, topmost
from luoshi.ground.people.models import KEEPING, LEADING, Person
from luoshi.ground.people.queries import Held, held_by

from .detours import detour_for
from .pages import wants_fragment
from .typed import keep_typed, page_of

View = Callable[..., HttpResponse]

NO_LONGER = N_("您的账号已停用或改任系统岗位，不能再办这件事：请由现在有权的人重新发起。")


@dataclass(frozen=True)
class Viewer:
    """Whoever looks at a page 访问者: a person with what he holds and stands in for today, or a system office."""

    account: Account

    @property
    def person(self) -> Person:
        """Who acts; every act is written in the ledger under this person."""
        return self.account.person

    @property
    def office(self) -> Office | None:
        """The system office that this account holds, and then nothing else."""
        return Office(self.account.office) if self.account.office else None

    @cached_property
    def held(self) -> tuple[Held, ...]:
        """The posts held today, own and lent ones; none for a system office."""
        return () if self.office else tuple(held_by(self.person, localdate()))

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of these posts."""
        return frozenset(each.kind for each in self.held)

    @property
    def posts(self) -> frozenset[int]:
        """The numbers of these posts."""
        return frozenset(each.post for each in self.held)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The subtrees that this viewer's word reaches, none within another."""
        return tuple(topmost(each.path for each in self.held))

    def sees(self, *places: str) -> bool:
        """Tell whether any of the places (paths of organizations) lies within reach."""
        return any(place.startswith(self.paths) for place in places)

    @cached_property
    def kept(self) -> tuple[str, ...]:
        """The subtrees that this viewer keeps by posts of their own; a stand-in is lent work, not the keeping."""
        own = (each for each in self.held if each.person == self.account.person_id)
        return tuple(topmost(each.path for each in own if each.kind in KEEPING))

    @property
    def leads(self) -> bool:
        """Tell whether the viewer holds a leading post himself; what a leader does in person nobody lends."""
        return any(each.kind in LEADING and each.person == self.account.person_id for each in self.held)

    def keeps(self, place: str) -> bool:
        """Tell whether the viewer may change people, posts and names at the place (path of an organization)."""
        return bool(place) and place.startswith(self.kept)

    def reshapes(self, place: str) -> bool:
        """Tell whether the viewer may move, merge or dissolve what stands there: who keeps what is above it."""
        return self.keeps(place[:-STEP])


def acting_now(person: Person) -> Viewer:
    """Return for whom a job acts, with the rights of today. Raises ``Refusal`` for whoever may no longer sign in."""
    account = by_username(person.account)
    if account is None or not account.is_active or account.office:
        raise Refusal(NO_LONGER)
    return Viewer(account)


def everyone(view: View) -> View:
    """Open the view to anybody, signed in or not; it gets the request alone."""
    return _marked(view, "everyone")


def signed_in(view: View) -> View:
    """Open the view to every account; it gets the request and the viewer."""
    return _guarded(view, "signed_in", lambda _viewer: True)


def own(view: View) -> View:
    """Open a view of allauth to whoever signed in, for their own account; no detour keeps them from it."""

    @wraps(view)
    def shown(request: HttpRequest, **parts: Any) -> HttpResponse:
        recognize(request)
        return view(request, **parts)

    return _marked(shown, "own")


def members(view: View) -> View:
    """Open the view to business accounts, not to system offices; it gets the request and the viewer."""
    return _guarded(view, "members", lambda viewer: viewer.office is None)


def offices(*allowed: Office) -> Callable[[View], View]:
    """Open the view to these system offices and nobody else; it gets the request and the viewer."""
    return lambda view: _guarded(view, "offices", lambda viewer: viewer.office in allowed)


def _guarded(view: View, access: str, admits: Callable[[Viewer], bool]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        viewer = recognize(request)
        if viewer is None:
            return _asked_who(request)
        detour = detour_for(request, viewer.account, lambda: viewer.kinds)
        if detour is not None:
            return redirect(detour)
        if not admits(viewer):
            raise Http404
        return view(request, viewer, **parts)

    return _marked(guarded, access)


def _asked_who(request: HttpRequest) -> HttpResponse:
    """Lead to signing in, and keep what was typed; a part of a page leads the whole page there."""
    keep_typed(request)
    if not wants_fragment(request):
        return redirect_to_login(page_of(request))
    # A part of a page is found again at its own address.
    answer = redirect_to_login(request.get_full_path())
    return HttpResponse(status=204, headers={"HX-Redirect": answer.url})


def recognize(request: HttpRequest) -> Viewer | None:
    """Return who asks, and remember it for the shell of the page; nothing for somebody not signed in.

    The page that says that nothing was found does so too, so that it looks alike whether an address
    leads nowhere or to something that its reader may not see.
    """
    if not request.user.is_authenticated:
        return None
    viewer = Viewer(request.user)
    request.viewer = viewer  # type: ignore[attr-defined]  # the shell of every page reads it
    return viewer


def viewer_of(request: HttpRequest) -> Viewer | None:
    """Return for whom the page is; nothing before the view's mark has said so."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    return viewer


def _marked(view: View, access: str) -> View:
    view.access = access  # type: ignore[attr-defined]  # read by the test that finds unmarked views
    return view
