"""Reads the text of an official document: outline, clauses, draft tasks."""
