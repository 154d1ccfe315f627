"""What is logged, and what is not: no address with a person's word in it, no form content, no words of an error.

``LUOSHI_LOG=json`` writes JSON lines, and one for every request.
"""

import os
from typing import Any

AS_JSON = os.environ.get("LUOSHI_LOG", "").strip().lower() == "json"

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"route_only": {"()": "luoshi.edge.ops.logs.RouteOnly"}},
    "formatters": {
        "line": {
            "()": "luoshi.edge.ops.logs.Line",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        },
        "json": {"()": "luoshi.edge.ops.logs.JsonLine"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json" if AS_JSON else "line",
            "filters": ["route_only"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "luoshi": {"level": "INFO"},
        "luoshi.requests": {"level": "INFO" if AS_JSON else "WARNING"},
        # Django would mail errors to administrators; the console is enough, and keeps them here.
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
