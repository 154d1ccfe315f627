"""Single sign-on by OpenID Connect, where ``LUOSHI_OIDC_URL`` names the address of an identity provider.

``LUOSHI_OIDC_CLIENT`` is what the provider calls this site, ``LUOSHI_OIDC_SECRET_FILE`` the file that holds
its secret, ``LUOSHI_OIDC_NAME`` what the button says, ``LUOSHI_OIDC_CLAIM`` the claim that holds the name of
an account. Imported whole by the settings.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SINGLE_SIGN_ON_ID = "sso"


def providers() -> dict[str, Any]:
    """Return allauth's setting: one provider, or none.

    Raises ``ValueError`` for a provider without a client or a readable secret: half a setting lets nobody in.
    """
    url = os.environ.get("LUOSHI_OIDC_URL", "").rstrip("/")
    if not url:
        return {}
    client = os.environ.get("LUOSHI_OIDC_CLIENT", "")
    file = os.environ.get("LUOSHI_OIDC_SECRET_FILE", "")
    if not client or not file:
        raise ValueError("LUOSHI_OIDC_URL needs LUOSHI_OIDC_CLIENT and LUOSHI_OIDC_SECRET_FILE")
    app = {
        "provider_id": SINGLE_SIGN_ON_ID,
        "name": os.environ.get("LUOSHI_OIDC_NAME", ""),
        "client_id": client,
        "secret": _secret(Path(file)),
        "settings": {
            "server_url": url,
            "username_claim": os.environ.get("LUOSHI_OIDC_CLAIM") or "preferred_username",
        },
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


def _secret(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip()
    except OSError as refused:
        raise ValueError("LUOSHI_OIDC_SECRET_FILE names a file that cannot be read") from refused


def origin() -> list[str]:
    """Return the provider's scheme and host in a list: where a sign-in form may lead; empty without one."""
    parts = urlsplit(os.environ.get("LUOSHI_OIDC_URL", ""))
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


SOCIALACCOUNT_PROVIDERS = providers()
SOCIALACCOUNT_ADAPTER = "luoshi.edge.web.accounts.single_sign_on.SingleSignOn"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
