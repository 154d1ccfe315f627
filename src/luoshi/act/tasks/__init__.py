"""Tasks: what somebody owes, to what standard and by when, from draft to settled."""
