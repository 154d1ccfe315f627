"""Keeps people's words out of the log."""

import logging


class RouteOnly(logging.Filter):
    """Replaces the address in a request's log line by the route that served it.

    An address may hold a tracking code or a search for a name; a route is the same for everybody.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it pass."""
        request = getattr(record, "request", None)
        address = getattr(request, "path", None)
        if address is None or not isinstance(record.args, tuple):
            return True
        match = getattr(request, "resolver_match", None)
        route = f"/{match.route}" if match else "(no route)"
        record.args = tuple(route if part == address else part for part in record.args)
        return True
