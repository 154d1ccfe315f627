"""What forms and activities cost: a form that asks for what is known is refused, and so is a declaration that means nothing."""

from pathlib import Path

import pytest

from luoshi.core.burden import Form, Known, Question, asked_twice
from luoshi.core.refusals import Refusal
from luoshi.core.rules import KIND_LABELS
from luoshi.edge.exchange.burden import FOLDER, FORMS, costs, registry
from luoshi.edge.exchange.overlay import SHIPPED

FORM = """[[form]]
name = "site.forms.Extra"
label = "补充表"
asker = "self"
seconds = { people = 5 }
"""


def _write(home: Path, name: str, text: str) -> None:
    path = home / "content" / FOLDER / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("known", registry(Path("nowhere")).known, ids=lambda known: known.key)
def test_whoever_adds_a_field_for_a_known_answer_is_refused_by_each_of_its_names(known: Known) -> None:
    for word in known.words:
        tried = Form("new", "新表", "self", (), (Question("q", 5, label=f"请填{word}"),))
        [refusal] = asked_twice([tried], [known])
        assert f"“请填{word}”要的是“{known.label}”，系统里已经有" in str(refusal)
        assert "请去掉这一项" in str(refusal)
    assert known.words


def test_a_form_of_the_site_that_says_what_it_asks_is_refused_too(tmp_path: Path) -> None:
    asking = FORM.replace("5 }", '5 }\nasks = { people = "organization.members" }')
    _write(tmp_path, f"{FORMS}/site.toml", asking)
    found = registry(tmp_path)
    assert [refusal.facts["field"] for refusal in asked_twice(found.forms, found.known)] == ["people"]


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("5 }", '5 }\nasks = { people = "organization.membres" }', "site.forms.Extra.asks"),
        ("5 }", '5 }\nasks = { others = "organization.members" }', "site.forms.Extra.seconds"),
        ("5 }", "-1 }", "site.forms.Extra.people"),
        ("5 }", '5 }\nverbs = ["task.never"]', "site.forms.Extra.verbs"),
        ('"补充表"', '" "', "site.forms.Extra.label"),
        ("[[form]]", "[form]", "form"),
    ],
)
def test_a_declaration_that_means_nothing_is_named(tmp_path: Path, old: str, new: str, field: str) -> None:
    _write(tmp_path, f"{FORMS}/site.toml", FORM.replace(old, new))
    with pytest.raises(Refusal) as refused:
        registry(tmp_path)
    assert refused.value.facts == {"name": "site.toml", "field": field}


def test_every_kind_that_may_be_asked_for_has_a_cost_and_no_other(tmp_path: Path) -> None:
    text = (SHIPPED / FOLDER / "activities.toml").read_text(encoding="utf-8")
    assert costs(tmp_path).kinds.keys() == KIND_LABELS.keys()
    other = tmp_path / "other"
    _write(other, "activities.toml", text.replace("lecture =", "lectures ="))
    with pytest.raises(Refusal) as refused:
        costs(other)
    assert refused.value.facts["field"] == "kinds.lectures"
