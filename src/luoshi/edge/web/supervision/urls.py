"""The addresses of the table of tasks. A verb is a noun that is posted to."""

from django.urls import path

from . import acts, saved, taking, views

urlpatterns = [
    path("", views.tasks, name="tasks"),
    path("workbook", taking.tasks_workbook, name="tasks_workbook"),
    path("views", saved.saved_views, name="saved_views"),
    path("views/<int:number>/removal", saved.saved_view_removal, name="saved_view_removal"),
    path("urging", acts.urging, name="tasks_urging"),
    path("transfer", acts.transfer, name="tasks_transfer"),
    path("extension-request", acts.extension_request, name="tasks_extension_request"),
    path("extension", acts.extension, name="tasks_extension"),
    path("outcome", acts.outcome, name="tasks_outcome"),
]
