"""The addresses of duties. A verb is a noun that is posted to."""

from django.urls import path

from . import docket, hearings, items, lists, matrix, meeting, overview, submissions

urlpatterns = [
    path("", overview.duties, name="duties"),
    path("posts/", overview.posts, name="duty_posts"),
    path("matrix/", matrix.matrix, name="duty_matrix"),
    path("posts/<int:number>/lists/", lists.new_list, name="new_duty_list"),
    path("lists/<int:number>/", lists.duty_list, name="duty_list"),
    path("lists/<int:number>/publication/", lists.publication, name="duty_list_publication"),
    path("lists/<int:number>/acceptance/", lists.acceptance, name="duty_list_acceptance"),
    path("lists/<int:number>/items/", items.new_item, name="new_duty_item"),
    path("lists/<int:number>/items/<slug:key>/", items.item, name="duty_item"),
    path("lists/<int:number>/items/<slug:key>/removal/", items.removal, name="duty_item_removal"),
    path("lists/<int:number>/items/<slug:key>/return/", items.restoration, name="duty_item_return"),
    path("docket/", docket.docket, name="docket"),
    path("docket/deployment/", docket.deployment, name="docket_deployment"),
    path("docket/tasks/<int:number>/", docket.taking, name="docket_taking"),
    path("docket/<int:number>/release/", docket.releasing, name="docket_release"),
    path("hearings/", hearings.hearings, name="hearings"),
    path("hearings/new/", hearings.new_hearing, name="new_hearing"),
    path("hearings/<int:number>/", hearings.hearing, name="hearing"),
    path("hearings/<int:number>/minutes.docx", hearings.minutes_file, name="hearing_minutes"),
    path("hearings/<int:number>/arrangement/", meeting.arrangement, name="hearing_arrangement"),
    path("hearings/<int:number>/record/", meeting.record, name="hearing_record"),
    path("hearings/<int:number>/decisions/", meeting.decision, name="hearing_decision"),
    path("submissions/", submissions.submissions, name="submissions"),
    path("submissions/new/", submissions.new_submission, name="new_submission"),
    path("submissions/<int:number>/", submissions.submission, name="submission"),
    path("submissions/<int:number>/answer/", submissions.answering, name="submission_answer"),
    path("submissions/<int:number>/withdrawal/", submissions.withdrawal, name="submission_withdrawal"),
]
