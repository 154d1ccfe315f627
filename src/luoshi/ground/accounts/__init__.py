"""Accounts: how a person signs in, and the three offices that keep the system."""
