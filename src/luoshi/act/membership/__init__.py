"""Membership: the dated steps of whoever is on the way into the Party, and what each step makes due."""
