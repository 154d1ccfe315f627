"""Answers monitoring, and nobody else: whoever has the token, or asks from an address that is listed."""

import os
import secrets
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from luoshi.edge.ops.counter_files import FILES_OF

from .standing import Standing


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Answer in Prometheus' text format; 404 to whoever is not let in, as if it were not there."""
    if not (_has_token(request) or _is_listed(request)):
        raise Http404
    gauges = CollectorRegistry()
    gauges.register(Standing())
    return HttpResponse(
        generate_latest(_counters()) + generate_latest(gauges), content_type=CONTENT_TYPE_LATEST
    )


def _counters() -> CollectorRegistry:
    """Return the counters of all processes of this server, or of this one where it is alone."""
    if FILES_OF not in os.environ:
        return REGISTRY
    all_processes = CollectorRegistry()
    MultiProcessCollector(all_processes)  # type: ignore[no-untyped-call]  # the library has no type here
    return all_processes


def _has_token(request: HttpRequest) -> bool:
    token = settings.LUOSHI_METRICS_TOKEN
    given = request.headers.get("Authorization", "")
    return bool(token) and secrets.compare_digest(given.encode(), f"Bearer {token}".encode())


def _is_listed(request: HttpRequest) -> bool:
    """Tell whether the caller's own address is listed; what came through a proxy has the proxy's, and is not."""
    if "X-Forwarded-For" in request.headers or "Forwarded" in request.headers:
        return False
    try:
        caller = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    return any(caller in ip_network(each, strict=False) for each in settings.LUOSHI_METRICS_FROM)
