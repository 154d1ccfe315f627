"""The addresses of organizational life. A verb is a noun that is posted to."""

from django.urls import path

from . import ledgers, life, one, pack, recording, talks

urlpatterns = [
    path("activities/", life.activities, name="activities"),
    path("activities/talks/", talks.talks, name="talks"),
    path("activities/<int:number>/", one.activity, name="activity"),
    path("activities/<int:number>/correction/", recording.correction, name="activity_correction"),
    path("activities/<int:number>/withdrawal/", one.withdrawal, name="activity_withdrawal"),
    path("activities/<int:number>/resolutions/", one.resolution, name="activity_resolution"),
    path("activities/<int:number>/files/<int:file>/", one.enclosure, name="activity_file"),
    path("activities/in/<int:number>/", life.organization_life, name="organization_activities"),
    path("activities/in/<int:number>/new/", recording.recording, name="activity_recording"),
    path("activities/in/<int:number>/talk/", talks.talk, name="talk_recording"),
    path("activities/in/<int:number>/ledger/", ledgers.ledger, name="activity_ledger"),
    path("activities/in/<int:number>/ledger/import/", ledgers.importing, name="activity_ledger_import"),
    path("activities/in/<int:number>/pack/", pack.pack, name="activity_pack"),
    path("activities/in/<int:number>/pack.docx", pack.pack_file, name="activity_pack_file"),
]
