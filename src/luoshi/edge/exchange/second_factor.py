"""Who must sign in with a second factor: the shipped policy, or the site's own instead."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from luoshi.core.refusals import Refusal
from luoshi.ground.accounts.models import Office
from luoshi.ground.people.models import PostKind

from .overlay import overlay, parsed
from .policies import FOLDER, SECOND_FACTOR, WRONG_FIELD

FILE = f"{FOLDER}/{SECOND_FACTOR}.toml"


@dataclass(frozen=True)
class SecondFactorPolicy:
    """Who is bound to it: everybody, or holders of these posts and these offices; ``single_sign_on`` also whoever comes
    by single sign-on, whose identity provider is trusted otherwise.
    """

    everybody: bool
    posts: frozenset[str]
    offices: frozenset[str]
    single_sign_on: bool = False

    def binds(self, office: str, kinds: Callable[[], Collection[str]]) -> bool:
        """Tell whether it binds whoever has that office (or none) and holds posts of these kinds.

        ``kinds`` is only asked where posts decide, because asking costs a query.
        """
        if self.everybody or office in self.offices:
            return True
        return bool(self.posts) and not office and not self.posts.isdisjoint(kinds())


def site_second_factor() -> SecondFactorPolicy:
    """Return this installation's policy, read once by each process. Raises as ``second_factor`` does."""
    return second_factor(settings.LUOSHI_HOME)


@cache
def second_factor(home: Path) -> SecondFactorPolicy:
    """Return the policy for the data directory ``home``, whose own file outranks the shipped one.

    Raises Refusal, naming the file and the field, for what cannot be understood: a policy misread would
    let in whom it should keep out. ``OSError`` when the file cannot be read.
    """
    path = [each for each in overlay(home, FOLDER) if each.stem == SECOND_FACTOR][-1]
    said = parsed(path)
    demands: dict[str, Callable[[Any], bool]] = {
        "everybody": lambda each: type(each) is bool,
        "posts": lambda each: _are_codes(each, PostKind.values),
        "offices": lambda each: _are_codes(each, Office.values),
        # A site whose file is older than this field trusts its identity provider, as it did.
        "single_sign_on": lambda each: each is None or type(each) is bool,
    }
    strange = sorted(said.keys() - demands)
    wrong = [field for field, meets in demands.items() if not meets(said.get(field))]
    for field in (*strange, *wrong):
        raise Refusal(WRONG_FIELD, name=path.name, field=field)
    return SecondFactorPolicy(
        said["everybody"],
        frozenset(said["posts"]),
        frozenset(said["offices"]),
        said.get("single_sign_on", False),
    )


def _are_codes(said: object, known: Collection[str]) -> bool:
    return isinstance(said, list) and all(isinstance(code, str) and code in known for code in said)
