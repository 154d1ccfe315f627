"""The addresses of deployments. A verb is a noun that is posted to."""

from django.urls import path

from . import acts, views

urlpatterns = [
    path("", views.deployments, name="deployments"),
    path("new/", views.new_deployment, name="new_deployment"),
    path("<int:number>/", views.deployment, name="deployment"),
    path("<int:number>/units/", views.unit_suggestions, name="unit_suggestions"),
    path("<int:number>/drafts/<int:place>/", acts.draft, name="draft"),
    path("<int:number>/drafts/<int:place>/confirmation/", acts.confirmation, name="draft_confirmation"),
    path("<int:number>/drafts/<int:place>/rejection/", acts.rejection, name="draft_rejection"),
    path("<int:number>/drafts/<int:place>/parts/", acts.parts, name="draft_parts"),
    path("<int:number>/selection/", acts.selection, name="draft_selection"),
    path("<int:number>/clauses/<int:place>/exemption/", acts.exemption, name="clause_exemption"),
    path("<int:number>/aliases/", acts.aliases, name="organization_aliases"),
    path("<int:number>/restoration/", acts.restoration, name="review_restoration"),
    path("<int:number>/dispatch/", acts.dispatch, name="deployment_dispatch"),
]
