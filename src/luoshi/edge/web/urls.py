"""The addresses of the shell's own pages."""

from django.urls import path

from luoshi.edge.web import views

urlpatterns = [
    path("", views.home, name="home"),
]
