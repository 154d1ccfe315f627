"""The style guide is short and shows what it means."""

from tidy.tree import ROOT

LINES = (ROOT / "docs" / "STYLE.md").read_text(encoding="utf-8").splitlines()


def test_it_is_short() -> None:
    assert len(LINES) <= 200


def test_every_rule_has_a_bad_and_a_good_example() -> None:
    sections = "\n".join(LINES).split("\n## ")[1:]
    assert sections
    assert [part.splitlines()[0] for part in sections if "Bad" not in part or "Good" not in part] == []
