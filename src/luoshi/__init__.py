"""Luoshi: what leaders say will be done becomes what is verifiably done."""

__version__ = "0.1.0"
