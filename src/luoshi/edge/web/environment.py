"""What every Jinja2 template can use besides its own context."""

from functools import cache, lru_cache
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.template.defaultfilters import filesizeformat
from django.templatetags.static import static
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from luoshi.edge.web.access import viewer_of
from luoshi.edge.web.bell import unread_notices
from luoshi.edge.web.compiling import SpokenEnvironment
from luoshi.edge.web.controls import control
from luoshi.edge.web.detours import by_single_sign_on
from luoshi.edge.web.identity_provider import identity_provider
from luoshi.edge.web.moments import day_of, moment_of
from luoshi.edge.web.shell import rail
from luoshi.edge.web.text_size import text_is_large

# More messages than all templates have.
REMEMBERED = 4_096


def address(name: str, **parts: object) -> str:
    """Return the address of a named route; raises ``NoReverseMatch`` for a name that leads nowhere."""
    return reverse(name, kwargs=parts) if parts else _fixed(name, get_urlconf(), get_script_prefix())


def said(message: str, **parts: object) -> Markup:
    """Return the message in the language of the page; what fills its places is escaped."""
    language = translation.get_language()
    return _template(message, language) % parts if parts else _sentence(message, language)


# Every page says and leads to the same few dozen things, so they are put together once in each process.
@cache
def _fixed(name: str, urlconf: str | None, _prefix: str) -> str:
    return reverse(name, urlconf=urlconf)


@lru_cache(REMEMBERED)
def _template(message: str, _language: str | None) -> Markup:
    return Markup(translation.gettext(message))  # noqa: S704  # messages are ours and may hold markup


@lru_cache(REMEMBERED)
def _sentence(message: str, language: str | None) -> Markup:
    return _template(message, language) % {}


def environment(**options: Any) -> Environment:
    """Return the environment: escaping is on, and a name that was not given is an error, not a blank."""
    del options["autoescape"]
    options["undefined"] = StrictUndefined
    made = SpokenEnvironment(
        {"_": said, "gettext": said, "static": static},
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        **options,
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        translation.gettext, translation.ngettext, newstyle=True
    )
    made.globals.update(
        _=said,
        gettext=said,
        static=static,
        came_by_single_sign_on=lambda request: by_single_sign_on(request, request.user),
        address=address,
        current_language=translation.get_language,
        languages=settings.LANGUAGES,
        rail=rail,
        unread_notices=unread_notices,
        messages_of=get_messages,
        day_of=day_of,
        moment_of=moment_of,
        identity_provider=identity_provider,
        text_is_large=text_is_large,
        size_of=filesizeformat,
        control=control,
        viewer_of=viewer_of,
    )
    return made
