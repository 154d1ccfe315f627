"""How people sign in. Imported whole by the settings.

Passwords with Argon2, a second factor (one-time codes or passkeys), lock-out after failures, no
self-registration, no mail addresses: accounts are opened by whoever keeps the system.
"""

from luoshi.config.switches import counted, switched_on

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["luoshi.edge.web.accounts.recognizing.Recognition"]
SESSION_ENGINE = "luoshi.edge.web.accounts.session_store"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key", "login": "60/m/ip"}
ACCOUNT_ADAPTER = "luoshi.edge.web.accounts.adapter.AccountAdapter"

MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "落实"
# A telephone's clock may be half a minute off; no code is taken twice.
MFA_TOTP_TOLERANCE = 1
MFA_ADAPTER = "luoshi.edge.web.accounts.factors.FactorAdapter"

USERSESSIONS_TRACK_ACTIVITY = False
LUOSHI_IDLE_MINUTES = counted("LUOSHI_IDLE_MINUTES", 30)
# HTTPS ends at one proxy of ours, which says who is behind it; without, nobody is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if switched_on("LUOSHI_HTTPS") else 0

# Failed attempts are counted by all processes together, so they are counted in the database.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
}
