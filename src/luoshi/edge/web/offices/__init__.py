"""The pages of the offices that keep the system: accounts, system offices, grants, policies."""
