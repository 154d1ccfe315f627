"""Keeps people's words out of the log."""

import json
import logging
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


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


class Line(logging.Formatter):
    """One line for people. Of an error it says what kind it was and where, not what it said: that may quote anything."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, with what was told besides the message."""
        # Another handler may have kept the words of the error on the record.
        record.exc_text = None
        line = super().format(record)
        told = getattr(record, "told", {})
        return " ".join([line, *(f"{key}={value}" for key, value in told.items())])

    def formatException(self, ei: Error) -> str:  # noqa: N802  # logging's own name
        """Return the kind of each error and the places it came through, outermost first."""
        return "\n".join(_places(ei[1]))


class JsonLine(Line):
    """One JSON object a line, for a program that collects logs."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the object: ``at``, ``level``, ``logger``, ``message``, what was told besides, ``error``."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said: dict[str, Any] = {
            "at": at,
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[1]:
            said["error"] = _places(record.exc_info[1])
        return json.dumps(said, ensure_ascii=False)


def _places(error: BaseException | None) -> list[str]:
    lines: list[str] = []
    while error is not None:
        places = [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
        kind = type(error)
        lines = [f"{kind.__module__}.{kind.__qualname__}", *places, *lines]
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return lines
