"""Who may read ``/metrics``; nobody unless the environment says so. Imported whole by the settings."""

import os

from luoshi.config.switches import listed

LUOSHI_METRICS_TOKEN = os.environ.get("LUOSHI_METRICS_TOKEN", "").strip()
LUOSHI_METRICS_FROM = listed("LUOSHI_METRICS_FROM", "")
