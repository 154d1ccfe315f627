"""What everything stands on: who there is, and what happened."""
