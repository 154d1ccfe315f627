"""The identity provider through which people may sign in, where the installation names one."""

from typing import Any

from django.conf import settings


def identity_provider() -> dict[str, Any] | None:
    """Return the provider as the settings describe it, or nothing where there is none."""
    apps: list[dict[str, Any]] = settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [])
    return apps[0] if apps else None
