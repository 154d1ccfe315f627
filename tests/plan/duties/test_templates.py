"""What policy staff write as duty templates: read with its lines, shipped without anything doubtful."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from luoshi.core.refusals import Refusal
from luoshi.core.rules import Count, Misread, Modality
from luoshi.edge.exchange.duties import duties
from luoshi.edge.exchange.regulations import packs
from luoshi.plan.duties.templates import DutyTemplate, read_documents, read_template
from luoshi.plan.duties.vocabulary import Frequency

GUIDE = Path(__file__).parents[3] / "docs/how-to/write-a-duty-template.md"
DOCUMENTS = '[organs]\ntitle = "机关条例"\nversion = "2019年"\nverified_on = 2026-11-22\n'
ITEM = """title = "书记"
posts = [{ kind = "secretary", at = ["branch"] }]

[[item]]
id = "meet"
title = "开会"
what = "召集会议。"
how = "按期召开。"
area = "organizational_life"
frequency = "month"
modality = "must"
overseer = "above"
basis = [{ document = "organs", article = "第七条" }]
"""


def _read(text: str) -> DutyTemplate:
    return read_template(text, "secretary.toml", read_documents(DOCUMENTS, "documents.toml"))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, DutyTemplate]:
    return dict(duties(tmp_path_factory.mktemp("home")))


def test_a_template_is_read_with_its_basis() -> None:
    template = _read(ITEM)
    [item] = template.items
    assert (template.name, item.key, item.frequency) == ("secretary", "meet", Frequency.MONTH)
    assert item.basis[0].record() == {
        "title": "机关条例",
        "version": "2019年",
        "verified_on": "2026-11-22",
        "article": "第七条",
        "checked": True,
        "note": "",
    }
    assert template.is_for("secretary", "branch")
    assert not template.is_for("secretary", "party_group")


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('title = "书记"', 'titel = "书记"', "第 1 行：没有“titel”这一项，要写的是不是“title”？"),
        ("posts = [", "posts = {", "第 2 行不是合规的 TOML"),
        ('at = ["branch"]', 'at = ["brunch"]', "第 2 行：“at”不能是“brunch”"),
        ('frequency = "month"', 'frequency = "weekly"', "第 10 行：“frequency”不能是“weekly”，可以写 month、quarter"),
        ('how = "按期召开。"\n', "", "第 4 行：这一条缺少“how”"),
        ('what = "召集会议。"', 'what = ""', "第 7 行：“what”应为文字，写在引号里，不能空着。"),
        ('frequency = "month"', 'frequency = "month"\nmonth = 3', "第 11 行：只有每年一次的条目才写 month"),
        ('frequency = "month"', 'frequency = "year"\nmonth = 13', "第 11 行：“month”应为 1 到 12 的整数"),
        ('document = "organs"', 'document = "moon"', "第 13 行：“document”不能是“moon”，可以写 organs"),
        ('article = "第七条"', 'article = "第七条", status = "check"', "第 13 行：依据待核"),
        ('modality = "must"', 'modality = "practice"', "第 13 行：依据待核（status = \"check\"）或只是本单位安排的"),
        ('article = "第七条"', 'article = "第七条", page = 3', "第 13 行：没有“page”这一项，这里可以写 document"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line(was: str, now: str, said: str) -> None:
    assert was in ITEM
    with pytest.raises(Refusal) as refused:
        _read(ITEM.replace(was, now, 1))
    assert str(refused.value).startswith(f"“secretary.toml”{said}"), str(refused.value)


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    broken = ITEM.replace('frequency = "month"', 'frequency = "weekly"').replace(
        'what = "召集会议。"', 'what = ""'
    )
    with pytest.raises(Misread) as refused:
        _read(broken.replace('basis = [{ document = "organs", article = "第七条" }]', "basis = []"))
    assert [each.line for each in refused.value.mistakes] == [7, 10, 13]


def test_an_id_that_comes_twice_is_named_where_it_comes_again() -> None:
    item = ITEM[ITEM.index("[[item]]") :]
    with pytest.raises(Refusal, match="第 16 行：已有一条叫“meet”"):
        _read(f"{ITEM}\n{item}")


def test_a_document_without_a_day_is_refused() -> None:
    with pytest.raises(Refusal, match="第 4 行：“verified_on”应为日期"):
        read_documents(DOCUMENTS.replace("2026-11-22", '"2026"'), "documents.toml")


def test_the_shipped_ones_are_for_every_post_that_the_regulations_name(
    shipped: dict[str, DutyTemplate],
) -> None:
    posts = {
        ("first_responsible", "unit"): "first_responsible",
        ("secretary", "party_group"): "first_responsible",
        ("secretary", "work_committee"): "work_committee",
        ("secretary", "organ_committee"): "organ_committee",
        ("secretary", "discipline_committee"): "discipline_committee",
        ("secretary", "branch"): "branch_secretary",
        ("dual_duty_deputy", "unit"): "dual_duty_deputy",
        ("organization_member", "branch"): "organization_member",
        ("publicity_member", "branch"): "publicity_member",
        ("discipline_member", "branch"): "discipline_member",
        ("office_head", "office"): "office_head",
        ("affairs_officer", "unit"): "affairs_officer",
    }
    for (kind, place), name in posts.items():
        assert [each.name for each in shipped.values() if each.is_for(kind, place)] == [name]


def test_what_the_text_does_not_number_is_called_an_arrangement_of_the_unit(
    shipped: dict[str, DutyTemplate],
) -> None:
    """Where the regulation for organs says "regularly", no number is its own; where no central text has a number, none is."""
    unnumbered = {"第十条", "第十一条", "第十七条", "第二十六条第一项", "第三十一条", "第三十四条", "第九条"}
    found = 0
    for template in shipped.values():
        for item in template.items:
            cited = {(each.title, each.article) for each in item.basis}
            if any("机关基层组织" in title and article in unnumbered for title, article in cited):
                found += 1
                assert item.modality is Modality.PRACTICE or item.frequency is Frequency.EVENT, item
    assert found > 5


def test_no_mistake_that_circulates_is_encoded(shipped: dict[str, DutyTemplate]) -> None:
    items = {(name, item.key): item for name, each in shipped.items() for item in each.items}
    # Hearing organ Party work every half-year is in no article of the regulation for organs.
    for item in items.values():
        halves = item.frequency is Frequency.HALF_YEAR and item.modality is not Modality.PRACTICE
        assert not halves or all("机关基层组织" not in each.title for each in item.basis), item
    assert "主体责任" in items["first_responsible", "study_governance"].basis[0].title
    # A party class has no number for branches, an organizational-life meeting is owed once a year, not twice.
    assert all(item.frequency is not Frequency.QUARTER or "党课" not in item.what for item in items.values())
    assert items["branch_secretary", "life_meeting"].frequency is Frequency.YEAR
    # Admissions follow the text of 2026.
    admissions = [each for item in items.values() for each in item.basis if "发展党员" in each.title]
    assert admissions
    assert {each.version for each in admissions} == {"2026年修订"}
    # 56 hours and a third of excellent grades are in no regulation; a month is never claimed for reports upward.
    said = "".join(f"{item.what}{item.how}{each.note}" for item in items.values() for each in item.basis)
    assert "56" not in said
    assert "三分之一" not in said


def test_what_is_not_checked_says_so(shipped: dict[str, DutyTemplate]) -> None:
    doubtful = [
        each for one in shipped.values() for item in one.items for each in item.basis if not each.checked
    ]
    assert len(doubtful) > 5
    assert all(each.note for each in doubtful)


def test_a_file_of_the_site_outranks_the_shipped_one(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "duties"
    folder.mkdir(parents=True)
    (folder / "branch_secretary.toml").write_text(ITEM, encoding="utf-8")
    assert [item.key for item in duties(tmp_path)["branch_secretary"].items] == ["meet"]


def test_the_guide_is_right(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    folder = tmp_path / "content" / "duties"
    folder.mkdir(parents=True)
    (folder / "group_leader.toml").write_text(dedent(example), encoding="utf-8")
    template = duties(tmp_path)["group_leader"]
    assert template.is_for("group_leader", "group")
    assert [item.key for item in template.items] == ["group_meeting", "visits"]


def test_two_templates_for_one_post_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "content" / "duties"
    folder.mkdir(parents=True)
    (folder / "another.toml").write_text(ITEM, encoding="utf-8")
    with pytest.raises(Refusal, match=r"“another\.toml”和“branch_secretary\.toml”都写了适用于书记"):
        duties(tmp_path)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('answers = ["ZB-13"]', 'answers = ["ZB-99"]', "第 14 行：没有编号为“ZB-99”的规定"),
        ('answers = ["ZB-13"]', "answers = []", "第 14 行：“answers”应为方括号里的清单"),
        ('frequency = "month"', 'frequency = "event"', "第 14 行：遇事即办的条目没有周期"),
    ],
)
def test_only_a_rule_that_there_is_answers_a_duty_that_has_a_period(was: str, now: str, said: str) -> None:
    text = f'{ITEM}answers = ["ZB-13"]\n'
    documents = read_documents(DOCUMENTS, "documents.toml")
    [item] = read_template(text, "secretary.toml", documents, {"ZB-13"}).items
    assert item.answers == ("ZB-13",)
    with pytest.raises(Refusal) as refused:
        read_template(text.replace(was, now), "secretary.toml", documents, {"ZB-13"})
    assert str(refused.value).startswith(f"“secretary.toml”{said}"), str(refused.value)


def test_a_shipped_duty_is_answered_by_a_rule_of_its_own_frequency_for_its_own_posts(
    shipped: dict[str, DutyTemplate],
) -> None:
    rules = {rule.id: rule for pack in packs() for rule in pack.rules}
    linked = [(template, item) for template in shipped.values() for item in template.items if item.answers]
    assert len(linked) > 12
    for template, item in linked:
        for rule in (rules[each] for each in item.answers):
            per = rule.measure.per if isinstance(rule.measure, Count) else "year"
            assert per == item.frequency, item
            assert not isinstance(rule.measure, Count) or rule.measure.at_least == 1, item
            places = {str(place) for _post, at in template.fits for place in at} or set(rule.kinds)
            assert places & rule.kinds, item
