"""The addresses of backups and of the ledger's verification."""

from django.urls import path

from . import backups, ledger

urlpatterns = [
    path("backups/", backups.backups, name="system_backups"),
    path("backups/<int:number>/", backups.backup, name="system_backup"),
    path("backups/<int:number>/handover/", backups.handover, name="system_backup_handover"),
    path("ledger/", ledger.ledger, name="system_ledger"),
    path("ledger/verification/", ledger.verification, name="system_ledger_verification"),
    path("ledger/export/", ledger.export, name="system_ledger_export"),
    path("ledger/proof/", ledger.proof, name="system_ledger_proof"),
]
