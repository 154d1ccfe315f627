"""Policies of this site that are data: what the files ship, and the site's own instead."""

import tomllib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from luoshi.core.refusals import N_, Refusal
from luoshi.ground.accounts.models import Office
from luoshi.ground.people.models import PostKind

SHIPPED = Path(__file__).resolve().parents[2] / "content"
SECOND_FACTOR = "policies/second_factor.toml"

NOT_A_POLICY = N_("“{name}”写得不对：请照软件附带的同名文件的样子填写，岗位和系统岗位须用其中列出的代码。")


@dataclass(frozen=True)
class SecondFactorPolicy:
    """Who must sign in with a second factor: everybody, or holders of these posts and these offices."""

    everybody: bool
    posts: frozenset[str]
    offices: frozenset[str]

    def binds(self, office: str, kinds: Callable[[], Collection[str]]) -> bool:
        """Tell whether it binds whoever has that office (or none) and holds posts of these kinds.

        ``kinds`` is only asked where posts decide, because asking costs a query.
        """
        if self.everybody or office in self.offices:
            return True
        return bool(self.posts) and not office and not self.posts.isdisjoint(kinds())


def second_factor() -> SecondFactorPolicy:
    """Return this installation's policy, read once by each process. Raises as ``second_factor_policy`` does."""
    return second_factor_policy(settings.LUOSHI_HOME)


@cache
def second_factor_policy(home: Path) -> SecondFactorPolicy:
    """Return the policy for the data directory ``home``, whose own file outranks the shipped one.

    Raises ``Refusal``, naming the file, for one that cannot be understood: a policy misread would let in
    whom it should keep out.
    """
    own = home / "content" / SECOND_FACTOR
    file = own if own.exists() else SHIPPED / SECOND_FACTOR
    try:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as mistake:
        raise Refusal(NOT_A_POLICY, name=file.name) from mistake
    posts, offices = _codes(said.get("posts"), PostKind.values), _codes(said.get("offices"), Office.values)
    known = said.keys() <= {"everybody", "posts", "offices"}
    if not known or posts is None or offices is None or type(said.get("everybody")) is not bool:
        raise Refusal(NOT_A_POLICY, name=file.name)
    return SecondFactorPolicy(said["everybody"], posts, offices)


def _codes(said: Any, known: Collection[str]) -> frozenset[str] | None:
    """Return the list as a set, or nothing where it is no list of known codes."""
    if not isinstance(said, list) or not all(isinstance(code, str) and code in known for code in said):
        return None
    return frozenset(said)
