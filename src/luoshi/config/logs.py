"""What is logged, and what is not: no address with a person's word in it, no form content."""

from typing import Any

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"route_only": {"()": "luoshi.edge.ops.logs.RouteOnly"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["route_only"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "luoshi": {"level": "INFO"},
        # What this library says holds addresses of people and the secrets of channels.
        "apprise": {"handlers": [], "propagate": False},
        # Django would mail errors to administrators; the console is enough, and keeps them here.
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "django.server": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
