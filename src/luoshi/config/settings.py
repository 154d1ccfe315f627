"""Django's settings. What an installation may choose comes from the environment:

``LUOSHI_HOME`` (data directory), ``DATABASE_URL``, ``LUOSHI_SECRET_KEY``, ``LUOSHI_HOSTS``,
``LUOSHI_HTTPS``, ``LUOSHI_DEBUG``, ``LUOSHI_DIGEST`` (sha256, or sm3), ``LUOSHI_IDLE_MINUTES``, ``LUOSHI_LOG``,
``LUOSHI_SCANNER`` (virus scanner),
``LUOSHI_METRICS_TOKEN``, ``LUOSHI_METRICS_FROM``, ``LUOSHI_BACKUP_PASSPHRASE``, and for single sign-on
``LUOSHI_OIDC_URL`` and what goes with it.
"""

import os
from pathlib import Path
from typing import Any

from luoshi.config.database import database
from luoshi.config.digests import algorithm
from luoshi.config.jobs import *  # noqa: F403  # every name there is a setting
from luoshi.config.logs import *  # noqa: F403  # every name there is a setting
from luoshi.config.monitoring import *  # noqa: F403  # every name there is a setting
from luoshi.config.security import *  # noqa: F403  # every name there is a setting
from luoshi.config.sign_in import *  # noqa: F403  # every name there is a setting
from luoshi.config.single_sign_on import *  # noqa: F403  # every name there is a setting
from luoshi.config.switches import listed, switched_on
from luoshi.edge.ops.home import home, signing_key

PACKAGE = Path(__file__).resolve().parent.parent
LUOSHI_HOME = home()

DEBUG = switched_on("LUOSHI_DEBUG")
SECRET_KEY = signing_key(LUOSHI_HOME)
ALLOWED_HOSTS = listed("LUOSHI_HOSTS", "127.0.0.1,localhost,[::1]")
ROOT_URLCONF = "luoshi.config.urls"
WSGI_APPLICATION = "luoshi.config.wsgi.application"
CSRF_FAILURE_VIEW = "luoshi.edge.web.errors.refused_form"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "luoshi.ground.ledger",
    "luoshi.ground.organizations",
    "luoshi.ground.people",
    "luoshi.ground.accounts",
    "luoshi.ground.jobs",
    "luoshi.act.tasks",
    "luoshi.act.signoffs",
    "luoshi.act.activities",
    "luoshi.act.membership",
    "luoshi.plan.deployments",
    "luoshi.plan.burden",
    "luoshi.plan.obligations",
    "luoshi.plan.duties",
    "luoshi.edge.notices",
    "luoshi.edge.feeds",
    "luoshi.edge.web",
    "luoshi.edge.web.supervision",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "luoshi.edge.ops.metrics.requests.Measured",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "luoshi.edge.web.idleness.EndIdleSessions",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

DATABASES = {"default": database(LUOSHI_HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LUOSHI_DIGEST = algorithm()
# Whoever tells the loop what the site decides: act may not import the edge.
LUOSHI_CALENDAR = "luoshi.edge.exchange.calendars.site_calendar"
LUOSHI_LIGHTS = "luoshi.edge.exchange.policies.site_lights"
LUOSHI_LADDER = "luoshi.edge.exchange.policies.site_ladder"
LUOSHI_RULES = "luoshi.edge.exchange.regulations.site_rules"
LUOSHI_ALMANAC = "luoshi.edge.exchange.regulations.site_almanac"
# What rules ask of organizations: duties do not know who judges it.
LUOSHI_OWING = "luoshi.plan.obligations.queries.owing"
LUOSHI_FORMS = "luoshi.edge.exchange.burden.site_registry"
LUOSHI_COSTS = "luoshi.edge.exchange.burden.site_costs"
# What a calendar feed holds, each source by its function.
LUOSHI_DATED = tuple(f"luoshi.edge.feeds.sources.{name}" for name in ("obligations", "duties", "tasks"))
LUOSHI_DUTIES = "luoshi.edge.exchange.duties.site_duties"
# Duties are below what is owed, and a hearing reports on both.
LUOSHI_OWED = "luoshi.plan.obligations.period_figures.owed_within"

# Our own pages are Jinja2; pages of third-party apps keep Django's engine, which is asked second.
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(PACKAGE.glob("*/*/templates")),
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "luoshi.edge.web.environment.environment",
            "context_processors": ["luoshi.edge.web.typed.signed_input"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

# Files have their own bound, in the first handler; this one is for what is typed and pasted.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 2**20
FILE_UPLOAD_HANDLERS = [
    "luoshi.edge.web.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

STATIC_URL = "static/"
STATIC_ROOT = LUOSHI_HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = LUOSHI_HOME / "files"
# A command to which the path of every uploaded file is added, such as "clamdscan --no-summary --fdpass".
LUOSHI_SCANNER = os.environ.get("LUOSHI_SCANNER", "")

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
