"""The addresses of jobs."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.jobs, name="jobs"),
    path("<int:number>/", views.job, name="job"),
    path("<int:number>/file/", views.file, name="job_file"),
    path("<int:number>/cancellation/", views.cancellation, name="job_cancellation"),
    path("<int:number>/renewal/", views.renewal, name="job_renewal"),
]
