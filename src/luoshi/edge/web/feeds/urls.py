"""The addresses of calendar feeds. Whoever knows the secret part reads the calendar, so it stands in no log."""

from django.urls import path

from .fetching import calendar_file
from .own import feeds, revocation

urlpatterns = [
    path("account/calendars/", feeds, name="feeds"),
    path("account/calendars/<int:number>/revocation", revocation, name="feed_revocation"),
    path("calendars/<str:secret>.ics", calendar_file, name="feed"),
]
