"""The addresses of people, posts and grants. A verb is a noun that is posted to."""

from django.urls import path

from . import grants, handover, one, particulars, posts, suggesting

urlpatterns = [
    path("people/search", suggesting.person_search, name="person_search"),
    path("people/<int:number>/", one.person, name="person"),
    path("people/<int:number>/contact/", one.contact, name="person_contact"),
    path("people/<int:number>/particulars/", particulars.particulars, name="person_particulars"),
    path("people/<int:number>/transfer/", particulars.transfer, name="person_transfer"),
    path("posts/<int:number>/holding/", posts.holding, name="post_holding"),
    path("posts/<int:number>/departure/", posts.departure, name="post_departure"),
    path("posts/<int:number>/abolition/", posts.abolition, name="post_abolition"),
    path("posts/<int:number>/handover/", handover.handover, name="post_handover"),
    path("posts/<int:number>/handover.xlsx", handover.handover_file, name="post_handover_file"),
    path("grants/", grants.grants, name="grants"),
    path("grants/<int:number>/revocation/", grants.revocation, name="grant_revocation"),
]
