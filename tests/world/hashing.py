"""Argon2 with its smallest cost: the same code, for tests that sign many people in."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Quick(Argon2PasswordHasher):
    """Hashes in a millisecond."""

    time_cost = 1
    memory_cost = 64
    parallelism = 1
