"""Deployments: documents put into force, clause by clause, until nothing in them is left unanswered."""
