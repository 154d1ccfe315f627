"""The addresses of organizations. A verb is a noun that is posted to."""

from django.urls import path

from . import suggesting

urlpatterns = [
    path("search", suggesting.organization_search, name="organization_search"),
]
