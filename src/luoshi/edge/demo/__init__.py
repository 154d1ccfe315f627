"""Invented worlds to try Luoshi with."""
