"""What is known is not asked again."""

from luoshi.core.burden import Form, Known, Question, Registry, asked_twice

MEMBERS = Known("organization.members", "党员人数", (), ("党员人数", "党员总数"))
CHARTER = Known("organization.name", "组织名称", ("charter",), ("组织名称",))


def _form(name: str, *questions: Question) -> Form:
    return Form(name, name, "registry", (f"{name}.filled",), questions)


def test_a_computed_answer_may_be_asked_by_nobody() -> None:
    [refusal] = asked_twice([_form("report", Question("n", 5, label="本支部党员总数"))], [MEMBERS])
    assert str(refusal).startswith("表单“report”的“本支部党员总数”要的是“党员人数”，系统里已经有")


def test_a_field_that_says_what_it_asks_is_found_whatever_it_is_called() -> None:
    form = _form("report", Question("n", 5, asks="organization.members", label="人头"))
    assert len(list(asked_twice([form], [MEMBERS]))) == 1


def test_the_source_may_ask_and_nobody_else() -> None:
    charter, other = (_form(name, Question("name", 5, label="组织名称")) for name in ("charter", "other"))
    assert [refusal.facts["form"] for refusal in asked_twice([charter, other], [CHARTER])] == ["other"]


def test_what_nobody_holds_may_be_asked() -> None:
    form = _form("report", Question("note", 60, label="办到哪一步"))
    assert list(asked_twice([form], [MEMBERS, CHARTER])) == []


def test_a_form_costs_what_its_fields_cost_and_is_found_by_its_verb() -> None:
    form = _form("report", Question("a", 60), Question("b", 5))
    assert form.seconds == 65
    assert Registry((form,), ()).by_verb() == {"report.filled": form}
