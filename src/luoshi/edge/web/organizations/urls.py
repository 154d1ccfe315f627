"""The addresses of organizations. A verb is a noun that is posted to."""

from django.urls import path

from . import changes, one, staff, suggesting, tasks, tree, workbooks

urlpatterns = [
    path("", tree.organizations, name="organizations"),
    path("search", suggesting.organization_search, name="organization_search"),
    path("workbooks/", workbooks.workbooks, name="workbooks"),
    path("workbooks/import/", workbooks.confirmation, name="workbook_import"),
    path("workbooks/<str:which>/template.xlsx", workbooks.template, name="workbook_template"),
    path("workbooks/<str:which>/export.xlsx", workbooks.export, name="workbook_export"),
    path("<int:number>/", one.organization, name="organization"),
    path("<int:number>/node/", tree.node, name="organization_node"),
    path("<int:number>/tasks/", tasks.tasks_in_hand, name="organization_tasks"),
    path("<int:number>/foundation/", changes.foundation, name="organization_foundation"),
    path("<int:number>/charter/", changes.charter, name="organization_charter"),
    path("<int:number>/move/", changes.move, name="organization_move"),
    path("<int:number>/merger/", changes.merger, name="organization_merger"),
    path("<int:number>/dissolution/", changes.dissolution, name="organization_dissolution"),
    path("<int:number>/registration/", staff.registration, name="organization_registration"),
    path("<int:number>/posts/", staff.posts, name="organization_posts"),
]
