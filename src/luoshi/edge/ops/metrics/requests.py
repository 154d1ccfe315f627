"""Counts requests and their durations, by route; never by address, and never by whoever asked.

Where the server has several processes, each keeps its counters in a file of its own that the library maps into
memory, and whoever asks for the metrics adds up the files of all, of processes that have ended too.
"""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from prometheus_client import Counter, Histogram

NO_ROUTE = "(no route)"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)

log = logging.getLogger("luoshi.requests")

answered = Counter("luoshi_requests", "Requests answered", ["method", "route", "status"])
seconds = Histogram("luoshi_request_seconds", "Time until the answer was ready", ["route"], buckets=BUCKETS)


class Measured:
    """Middleware that counts every request and says in the log that it was answered. The outermost one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and count."""
        begun = time.perf_counter()
        answer = self._answer(request)
        took = time.perf_counter() - begun
        match = request.resolver_match
        route = f"/{match.route}" if match else NO_ROUTE
        # Anybody may invent a method; a label must not.
        method = request.method if request.method in ("GET", "HEAD", "POST") else "other"
        answered.labels(method, route, answer.status_code).inc()
        seconds.labels(route).observe(took)
        told = {
            "method": method,
            "route": route,
            "status": answer.status_code,
            "milliseconds": round(took * 1000, 1),
        }
        log.info("answered", extra={"told": told})
        return answer
