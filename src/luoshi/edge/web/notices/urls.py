"""The addresses of notices."""

from django.urls import path

from .deliveries import attempt, deliveries
from .digests import digests, reading_of_all
from .supervision import supervision, supervision_file

TASK = "tasks/<int:number>/notice"

urlpatterns = [
    path("notices/", digests, name="notices"),
    path("notices/reading", reading_of_all, name="notices_reading"),
    path("system/deliveries/", deliveries, name="system_deliveries"),
    path("system/deliveries/<int:number>/attempt", attempt, name="system_delivery_attempt"),
    path(TASK, supervision, name="supervision_notice"),
    path(f"{TASK}.docx", supervision_file, name="supervision_notice_file"),
]
