"""Every address of the site."""

from django.urls import include, path

from luoshi.edge.ops.health import health
from luoshi.edge.ops.metrics.answering import metrics

urlpatterns = [
    path("", include("luoshi.edge.web.urls")),
    path("healthz", health, name="health"),
    path("metrics", metrics, name="metrics"),
    path("language/", include("django.conf.urls.i18n")),
]

handler400 = "luoshi.edge.web.errors.bad_request"
handler403 = "luoshi.edge.web.errors.forbidden"
handler404 = "luoshi.edge.web.errors.not_found"
handler429 = "luoshi.edge.web.errors.too_often"
handler500 = "luoshi.edge.web.errors.failure"
