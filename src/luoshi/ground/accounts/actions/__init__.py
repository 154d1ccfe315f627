"""Accounts are opened, closed and opened again; passwords are set; second factors are kept; offices are given.

``by`` is the id of whoever does it, nothing where the installation is kept from the command line.
"""

from .factors import note_second_factor, remove_second_factors
from .offices import give_office
from .opening import close_account, open_account, reopen_account
from .passwords import choose_password, reset_password

__all__ = [
    "choose_password",
    "close_account",
    "give_office",
    "note_second_factor",
    "open_account",
    "remove_second_factors",
    "reopen_account",
    "reset_password",
]
