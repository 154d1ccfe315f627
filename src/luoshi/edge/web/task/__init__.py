"""The page of one task: what it asks, where it stands, what happened, and every move as a form."""
