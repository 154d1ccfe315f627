"""The ledger: one append-only record of everything that happened, which anyone can verify."""
