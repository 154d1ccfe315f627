"""The addresses of the shell's own pages."""

from django.urls import path

from luoshi.edge.web.reading.views import home

urlpatterns = [
    path("", home, name="home"),
]
