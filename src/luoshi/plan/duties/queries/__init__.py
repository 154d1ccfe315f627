"""Reads of duties: lists and what has come of them, what falls due, the docket, hearings, submissions."""
