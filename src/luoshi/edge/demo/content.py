"""What the files in ``content/demo`` say."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

FOLDER = files("luoshi") / "content" / "demo"
STORIES = ("plan", "speech", "resolved", "raised")

Page = dict[str, Any]


def text(name: str) -> str:
    """Return the words of an invented document."""
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def city() -> Page:
    """Return which organizations there are."""
    return tomllib.loads(text("city.toml"))


@cache
def cast() -> list[Page]:
    """Return who has a name to remember, each with account, name, post, what they do, and perhaps an office."""
    people: list[Page] = tomllib.loads(text("cast.toml"))["cast"]
    return people


def password() -> str:
    """Return with what all of the cast sign in."""
    return str(tomllib.loads(text("cast.toml"))["password"])


@cache
def names() -> tuple[list[str], list[str]]:
    """Return the surnames and the given names of everybody else."""
    parts = tomllib.loads(text("names.toml"))
    return parts["surnames"].split(), parts["given"].split()


def story_files() -> list[Page]:
    """Return the files of stories in the order in which their tasks are told."""
    return [tomllib.loads(text(f"stories/{name}.toml")) for name in STORIES]


def admission_file() -> Page:
    """Return who is on the way into the Party, and with which steps."""
    return tomllib.loads(text("admissions.toml"))


def life_file() -> Page:
    """Return what branches hold in a year."""
    return tomllib.loads(text("life.toml"))
