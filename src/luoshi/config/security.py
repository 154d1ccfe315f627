"""What the browser is told to refuse, and how cookies are kept. Imported whole by the settings."""

from csp.constants import NONE, SELF

from luoshi.config.single_sign_on import origin
from luoshi.config.switches import switched_on

HTTPS = switched_on("LUOSHI_HTTPS")

# No inline script or style anywhere, so an injected tag is inert. Images may be data: addresses
# because the style sheet draws its small icons that way. A form may lead to the identity provider,
# because a browser holds the redirect after a form to the same rule.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF, *origin()],
        "frame-ancestors": [NONE],
        "img-src": [SELF, "data:"],
        "script-src": [SELF],
        "style-src": [SELF],
    }
}

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS

# A cookie whose name begins with __Host- can be set by no other host and on no other path.
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "luoshi-session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "luoshi-csrf"

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
