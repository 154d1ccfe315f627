"""What every Jinja2 template can use besides its own context."""

from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from luoshi.edge.web.access import viewer_of
from luoshi.edge.web.controls import control
from luoshi.edge.web.identity_provider import identity_provider
from luoshi.edge.web.moments import day_of, moment_of
from luoshi.edge.web.shell import rail
from luoshi.edge.web.text_size import text_is_large


def address(name: str, **parts: object) -> str:
    """Return the address of a named route; raises ``NoReverseMatch`` for a name that leads nowhere."""
    return reverse(name, kwargs=parts or None)


def environment(**options: Any) -> Environment:
    """Return the environment: escaping is on, and a name that was not given is an error, not a blank."""
    del options["autoescape"]
    options["undefined"] = StrictUndefined
    made = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"], **options
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        translation.gettext, translation.ngettext, newstyle=True
    )
    made.globals.update(
        static=static,
        address=address,
        current_language=translation.get_language,
        languages=settings.LANGUAGES,
        rail=rail,
        messages_of=get_messages,
        day_of=day_of,
        moment_of=moment_of,
        identity_provider=identity_provider,
        text_is_large=text_is_large,
        control=control,
        viewer_of=viewer_of,
    )
    return made
