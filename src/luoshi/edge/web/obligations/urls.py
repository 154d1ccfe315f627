"""The addresses of obligations. A verb is a noun that is posted to."""

from django.urls import path

from . import behind, fulfilling, heat, hours, one, telling

urlpatterns = [
    path("", heat.obligations, name="obligations"),
    path("list/", behind.obligations_behind, name="obligations_behind"),
    path("<int:number>/", one.organization_year, name="organization_obligations"),
    path("<int:number>/hours/<str:code>/", hours.organization_hours, name="organization_hours"),
    path("<int:number>/facts/<slug:fact>/", telling.fact, name="organization_fact"),
    path("<int:number>/fulfilments/", fulfilling.fulfilment, name="organization_fulfilment"),
    path("fulfilments/<int:number>/", fulfilling.shown, name="fulfilment"),
    path("fulfilments/<int:number>/withdrawal/", fulfilling.withdrawal, name="fulfilment_withdrawal"),
]
