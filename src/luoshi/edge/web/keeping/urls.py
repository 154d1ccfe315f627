"""The addresses of backups and of the ledger's verification."""

from django.urls import path

from . import backups, ledger, rounds

urlpatterns = [
    path("backups/", backups.backups, name="system_backups"),
    path("backups/<int:number>/", backups.backup, name="system_backup"),
    path("backups/<int:number>/handover/", backups.handover, name="system_backup_handover"),
    path("rounds/", rounds.rounds, name="system_rounds"),
    path("rounds/<slug:which>/", rounds.round_, name="system_round"),
    path("ledger/", ledger.ledger, name="system_ledger"),
    path("ledger/verification/", ledger.verification, name="system_ledger_verification"),
    path("ledger/export/", ledger.export, name="system_ledger_export"),
    path("ledger/proof/", ledger.proof, name="system_ledger_proof"),
]
