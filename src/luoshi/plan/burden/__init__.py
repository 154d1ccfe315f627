"""The burden meter 负担: how often who had to fill in what, and for whom, counted from the ledger alone."""
