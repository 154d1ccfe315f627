"""The addresses of the burden meter."""

from django.urls import path

from .meter import burden, unit

urlpatterns = [
    path("", burden, name="burden"),
    path("<int:number>/", unit, name="unit_burden"),
]
