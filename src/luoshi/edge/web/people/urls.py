"""The addresses of people, posts and grants. A verb is a noun that is posted to."""

from django.urls import path

from . import suggesting

urlpatterns = [
    path("people/search", suggesting.person_search, name="person_search"),
]
