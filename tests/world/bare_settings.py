"""The settings of the bare list: the same database and sign-in, and nothing that Luoshi adds."""

from luoshi.config.settings import *  # noqa: F403  # whatever is not said here is the same

ROOT_URLCONF = "world.bare_list"
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Without it allauth, which keeps the accounts, does not start; it does nothing on this page.
    "allauth.account.middleware.AccountMiddleware",
]
