"""Who comes from the identity provider: let in where an account has that name, never entered anew."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.http import HttpRequest

from luoshi.edge.web.pages import page
from luoshi.ground.accounts.queries import by_username

FAILED = "account/single_sign_on_failed.html"


class SingleSignOn(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """The claim decides at every sign-in, and no link is kept: whom the provider renames or drops stays outside."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account by the claim; refuse whoever has none, and anything but signing in."""
        app = sociallogin.account.get_provider().app
        claims = sociallogin.account.get_provider_account().get_user_data() or {}
        name = claims.get(app.settings["username_claim"])
        account = by_username(name) if isinstance(name, str) else None
        if account is None or sociallogin.state.get("process") != AuthProcess.LOGIN:
            raise ImmediateHttpResponse(page(request, FAILED, {"unknown": True}, status=403))
        sociallogin.user = account

    def on_authentication_error(self, request: HttpRequest, *_where: Any, **_what: Any) -> None:
        """Say that the provider did not vouch for anybody, and how to sign in otherwise."""
        raise ImmediateHttpResponse(page(request, FAILED, {"unknown": False}, status=401))
