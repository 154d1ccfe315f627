"""The addresses of one task. A move is the noun that is posted to."""

from django.urls import path

from . import acts, opening, views

urlpatterns = [
    path("new/", opening.new_task, name="new_task"),
    path("<int:number>/", views.task_page, name="task"),
    path("<int:number>/evidence/<int:evidence>/", views.evidence, name="task_evidence"),
    path("<int:number>/<slug:noun>/", acts.move, name="task_move"),
]
