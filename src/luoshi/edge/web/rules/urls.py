"""The addresses of rules. A verb is a noun that is posted to."""

from django.urls import path

from . import browsing, drafting, publishing, trying

urlpatterns = [
    path("", browsing.rules, name="rules"),
    path("new/", drafting.new_rule, name="new_rule"),
    path("new/text/", drafting.brought_rule, name="brought_rule"),
    path("drafts/<int:number>/", trying.version, name="rule_version"),
    path("drafts/<int:number>/text/", drafting.text, name="rule_text"),
    path("drafts/<int:number>/trial/", trying.trial, name="rule_trial"),
    path("drafts/<int:number>/approval/", publishing.approval, name="rule_approval"),
    path("drafts/<int:number>/publication/", publishing.publication, name="rule_publication"),
    path("drafts/<int:number>/repeal/", publishing.repeal, name="rule_repeal"),
    path("<str:code>/", browsing.rule, name="rule"),
    path("<str:code>/cases/", browsing.cases, name="rule_cases"),
]
