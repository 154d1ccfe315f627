"""The addresses of the shell's own pages."""

from django.urls import include, path

from luoshi.edge.web.desk.views import desk, desk_list
from luoshi.edge.web.reading.views import reading

urlpatterns = [
    path("", desk, name="home"),
    path("desk/<slug:part>/", desk_list, name="desk_list"),
    path("deployments/", include("luoshi.edge.web.deployments.urls")),
    path("tasks/", include("luoshi.edge.web.supervision.urls")),
    path("duties/obligations/", include("luoshi.edge.web.obligations.urls")),
    path("duties/burden/", include("luoshi.edge.web.burden.urls")),
    path("duties/", include("luoshi.edge.web.duties.urls")),
    path("read/", reading, name="reading"),
    path("organizations/", include("luoshi.edge.web.organizations.urls")),
    path("", include("luoshi.edge.web.people.urls")),
    path("", include("luoshi.edge.web.membership.urls")),
    path("tasks/", include("luoshi.edge.web.task.urls")),
    path("", include("luoshi.edge.web.activities.urls")),
    path("jobs/", include("luoshi.edge.web.jobs.urls")),
    path("account/", include("luoshi.edge.web.accounts.urls")),
    path("", include("luoshi.edge.web.notices.urls")),
    path("", include("luoshi.edge.web.feeds.urls")),
    path("rules/", include("luoshi.edge.web.rules.urls")),
    path("system/", include("luoshi.edge.web.offices.urls")),
    path("system/", include("luoshi.edge.web.keeping.urls")),
]
