"""The addresses of members and of those on the way. A verb is a noun that is posted to."""

from django.urls import path

from . import admission, applying, development, ending, register

urlpatterns = [
    path("organizations/<int:number>/members/", register.members_of, name="organization_members"),
    path("organizations/<int:number>/members.xlsx", register.members_file, name="organization_members_file"),
    path("organizations/<int:number>/development/", development.development, name="organization_development"),
    path(
        "organizations/<int:number>/development/applications/",
        applying.application,
        name="organization_application",
    ),
    path("people/<int:number>/admission/", admission.admission, name="admission"),
    path("admission-steps/<int:number>/withdrawal/", admission.withdrawal, name="admission_step_withdrawal"),
    path("people/<int:number>/ending/", ending.ending, name="membership_ending"),
]
