"""Pages for keeping the installation: backups for the system administrator, the ledger's proof for the auditor."""
