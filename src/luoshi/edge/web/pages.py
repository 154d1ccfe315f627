"""Turns a template into an answer: the whole page, or the one block that HTMX asked for."""

from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.utils.cache import patch_vary_headers
from jinja2_fragments import render_block

from .typed import TYPED, signed_input


def wants_fragment(request: HttpRequest) -> bool:
    """Tell whether HTMX asked for a part; when it restores history it needs the whole page."""
    return (
        request.headers.get("HX-Request") == "true"
        and request.headers.get("HX-History-Restore-Request") != "true"
    )


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    fragment: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render ``template``, or only its block ``fragment`` when one is named and HTMX asks.

    Raises jinja2's ``TemplateNotFound`` and ``BlockNotFoundError`` of jinja2-fragments.
    """
    engine = cast("Jinja2", engines["jinja2"])
    # Only a page with a form needs to prove that it is ours, and then once for all its forms.
    values = {**(context or {}), "request": request, **signed_input(request)}
    if fragment is None or not wants_fragment(request):
        text = engine.env.get_template(template).render(values)
    else:
        text = render_block(engine.env, template, fragment, values)
    if getattr(request, "viewer", None) is not None and TYPED in request.session:
        # Rare, and then all of the page has to be read.
        from .giving_back import give_back  # noqa: PLC0415  # the parser takes memory that no other page needs

        text = give_back(request, text)
    response = HttpResponse(text, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
