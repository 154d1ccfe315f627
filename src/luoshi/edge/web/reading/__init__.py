"""The reading page: a document comes in, its clauses and tasks stand beside its words. Nothing is stored."""
