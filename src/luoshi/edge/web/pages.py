"""Turns a template into an answer: the whole page, or the one block that HTMX asked for."""

from collections.abc import Mapping
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.template.backends.utils import csrf_input_lazy, csrf_token_lazy
from django.utils.cache import patch_vary_headers
from jinja2_fragments import render_block


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
    values = dict(context or {})
    if fragment is None or not wants_fragment(request):
        response = render(request, template, values, status=status, using="jinja2")
    else:
        values.update(
            request=request, csrf_input=csrf_input_lazy(request), csrf_token=csrf_token_lazy(request)
        )
        engine = cast("Jinja2", engines["jinja2"])
        response = HttpResponse(render_block(engine.env, template, fragment, values), status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
