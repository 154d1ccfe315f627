"""What can be done with people, posts and grants. ``by`` is a person's id, or nothing for the installation.

Each verb runs in one transaction and writes one ledger entry for each person or post that it changes.
"""

from .enter import ImportOutcome, enter
from .grants import give_grant, revoke_grant
from .holdings import assume, vacate
from .membership import admit, become_full, stop
from .persons import amend, look_up_contact, record_contact, register, transfer
from .posts import abolish_post, create_post
from .soundness import refuse_unsound

__all__ = [
    "ImportOutcome",
    "abolish_post",
    "admit",
    "amend",
    "assume",
    "become_full",
    "create_post",
    "enter",
    "give_grant",
    "look_up_contact",
    "record_contact",
    "refuse_unsound",
    "register",
    "revoke_grant",
    "stop",
    "transfer",
    "vacate",
]
