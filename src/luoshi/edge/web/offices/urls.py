"""The addresses of the pages that keep the system."""

from django.urls import path

from .account_acts import ACTS, act, opening, password
from .accounts import account, accounts
from .security import grant_revocation, grants, office_removal, policies, system_offices

ACCOUNT = "accounts/<int:number>/"

urlpatterns = [
    path("accounts/", accounts, name="system_accounts"),
    path(ACCOUNT, account, name="system_account"),
    path(f"{ACCOUNT}opening", opening, name="system_account_opening"),
    path(f"{ACCOUNT}password", password, name="system_account_password"),
    *(path(f"{ACCOUNT}{name}", act, {"name": name}, name=f"system_account_{name}") for name in ACTS),
    path("offices/", system_offices, name="system_offices"),
    path("offices/<int:number>/removal", office_removal, name="system_office_removal"),
    path("grants/", grants, name="system_grants"),
    path("grants/<int:number>/revocation", grant_revocation, name="system_grant_revocation"),
    path("policies/", policies, name="system_policies"),
]
