"""Organizational life in the browser: a year of it, one activity, recording, correcting, talks, meeting packs."""
