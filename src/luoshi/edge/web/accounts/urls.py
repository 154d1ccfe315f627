"""The addresses of one's own account. Of allauth's views only these are open."""

from allauth.account import views
from django.urls import path

from luoshi.edge.web.access import everyone, own

urlpatterns = [
    path("login/", everyone(views.login), name="account_login"),
    path("logout/", own(views.logout), name="account_logout"),
    path("inactive/", everyone(views.account_inactive), name="account_inactive"),
    path("password/", own(views.password_change), name="account_change_password"),
    path("reauthenticate/", own(views.reauthenticate), name="account_reauthenticate"),
]
