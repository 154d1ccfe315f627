"""A file that cannot be used says every mistake, each at its line."""

from datetime import date

import pytest

from luoshi.core.rules import Misread, joined, read, undemonstrated

HEAD = """title = "本地"
scope = "local"
[document]
name = "通知"
text_version = "2026"
verified_on = 2026-11-22
"""
RULE = """[[rules]]
id = "L-1"
title = "警示教育"
sentence = "每季度一次。"
article = "第一条"
status = "ok"
modality = "must"
binds = ["branch"]
valid_from = 2027-01-01
what = "warning_education"
per = "quarter"
at_least = 1
[[rules.cases]]
name = "一"
today = 2027-04-01
held = [2027-01-02]
expect = { "2027-Q1" = "met" }
[[rules.cases]]
name = "二"
today = 2027-04-01
expect = { "2027-Q1" = "missed" }
"""
WHOLE = HEAD + RULE


def _refused(text: str) -> list[str]:
    with pytest.raises(Misread) as refused:
        read(text, "local.toml")
    return [str(mistake) for mistake in refused.value.mistakes]


def test_a_sound_file_is_read() -> None:
    assert [rule.id for rule in read(WHOLE, "local.toml").rules] == ["L-1"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("at_least = 1", "at_last = 1", 18, "没有“at_last”这一项，要写的是不是“at_least”？"),
        ("at_least = 1", "sum = 1", 18, "没有“sum”这一项，这里可以写 id、title"),
        ("at_least = 1", "at_last = 1", 7, "缺少“at_least”"),
        ("at_least = 1", 'at_least = "1"', 18, "1 到 366 的整数"),
        ("at_least = 1", "at_least = true", 18, "1 到 366 的整数"),
        ("at_least = 1", "at_least = 0", 18, "1 到 366 的整数"),
        ('per = "quarter"', 'per = "season"', 17, "可以写 month、quarter、half_year、year"),
        ('what = "warning_education"', 'what = "party"', 16, "“what”不能是“party”"),
        ('binds = ["branch"]', 'binds = ["brunch"]', 14, "“binds”不能是“brunch”"),
        ('binds = ["branch"]', "binds = []", 14, "应为方括号里的清单"),
        ('binds = ["branch"]', 'binds = "branch"', 14, "应为方括号里的清单"),
        ("valid_from = 2027-01-01", 'valid_from = "2027-01-01"', 15, "应为日期"),
        ("valid_from = 2027-01-01", "valid_from = 2027-01-01T08:00:00", 15, "应为日期"),
        ("valid_from = 2027-01-01", "valid_from = 2027-02-30", 15, "不是合规的 TOML"),
        (
            "valid_from = 2027-01-01",
            "valid_from = 2027-01-01\nvalid_until = 2026-12-31",
            16,
            "早于生效日 2027-01-01",
        ),
        ('article = "第一条"', 'article = " "', 11, "应为文字"),
        ('article = "第一条"', "article = 1", 11, "应为文字"),
        ('status = "ok"', 'status = "check"', 7, "请在 note 里写明"),
        ('status = "ok"', 'status = "sure"', 12, "可以写 ok、check"),
        ('modality = "must"', 'modality = "shall"', 13, "可以写 must、norm、may、practice"),
        ('modality = "must"', 'modality = "must"\nwhen = "members >"', 14, "读不懂"),
        ('modality = "must"', 'modality = "must"\nwhen = "budget > 3"', 14, "“budget”不是已登记的组织事实"),
        ('modality = "must"', 'modality = "must"\nwhen = "full_member > 3"', 14, "是不是“full_members”？"),
        ('modality = "must"', 'modality = "must"\nwhen = "members"', 14, "不是是非项"),
        ('modality = "must"', 'modality = "must"\nwhen = "members > 2026-01-01"', 14, "不能放在一起比"),
        ('what = "warning_education"', 'hours = 32\nof = "members"\nwhat = "talk"', 18, "同时写了几种要求"),
        ('title = "本地"', "titel = 3", 1, "没有“titel”"),
        ('scope = "local"', 'scope = "town"', 2, "可以写 national、local、example"),
        ('name = "通知"', "", 3, "缺少“name”"),
        ("held = [2027-01-02]", 'held = ["2027-01-02"]', 22, "应为方括号里的日期"),
        ("held = [2027-01-02]", "facts = { members = true }", 22, "组织事实“members”的值写得不对"),
        ("held = [2027-01-02]", "facts = { budget = 1 }", 22, "没有“budget”"),
        ("held = [2027-01-02]", "facts = 3", 22, "应为花括号里的若干项"),
        ("held = [2027-01-02]", 'hours = { members = ["many"] }', 22, "应为方括号里每人的学时"),
        ("held = [2027-01-02]", "matters = [3]", 22, "应写成若干段"),
        ("held = [2027-01-02]", "matters = [{ begun = 3 }]", 22, "没有“begun”"),
        ('"2027-Q1" = "met"', '"2027-Q1" = "done"', 23, "“2027-Q1”不能是“done”"),
        ('expect = { "2027-Q1" = "met" }', "", 19, "缺少“expect”"),
        ("today = 2027-04-01\nheld", "held", 19, "缺少“today”"),
    ],
)
def test_a_mistake_is_said_at_its_line(old: str, new: str, line: int, words: str) -> None:
    assert old in WHOLE
    mistakes = _refused(WHOLE.replace(old, new, 1))
    assert [each for each in mistakes if f"“local.toml”第 {line} 行" in each and words in each], mistakes


def test_all_mistakes_are_said_in_the_order_of_their_lines() -> None:
    text = WHOLE.replace("at_least = 1", "at_least = 0").replace('per = "quarter"', "").replace('"一"', "1")
    said = _refused(text)
    assert [int(each.split("第 ")[1].split(" ")[0]) for each in said] == [7, 18, 20]


def test_what_is_missing_is_said_once() -> None:
    assert _refused(WHOLE.replace('status = "ok"\n', "")) == [
        "“local.toml”第 7 行：这一条缺少“status”，请补上。"
    ]


def test_a_rule_without_measure_or_cases_is_refused() -> None:
    bare = RULE.split("what =", maxsplit=1)[0]
    said = _refused(HEAD + bare)
    assert any("没有写明要求什么" in each for each in said)
    assert any("只有 0 个例子" in each for each in said)


def test_a_file_without_rules_is_refused() -> None:
    assert "缺少“rules”" in _refused(HEAD)[0]
    assert "应写成若干段" in _refused(f"rules = 3\n{HEAD}")[0]


def test_what_is_no_toml_is_said_at_its_line() -> None:
    assert _refused(WHOLE.replace('"L-1"', '"L-1')) == [
        "“local.toml”第 8 行不是合规的 TOML：请核对引号、括号和日期（写作 2027-01-01，不加引号）。"
    ]
    assert "第 2 行" in _refused("a = 1\nb = [")[0]


def test_a_file_of_any_size_is_answered() -> None:
    assert "超过 200000 个字" in _refused(WHOLE + "#" * 200_001)[0]


def test_two_versions_may_follow_each_other_but_not_overlap() -> None:
    later = RULE.replace("at_least = 1", "at_least = 2").replace("2027-01-01", "2028-01-01")
    ended = RULE.replace("valid_from = 2027-01-01", "valid_from = 2027-01-01\nvalid_until = 2027-12-31")
    assert len(read(HEAD + ended + later, "local.toml").rules) == 2
    [said] = _refused(WHOLE + later)
    assert said.startswith("“local.toml”第 28 行：规定“L-1”的两个版本在 2028-01-01 同时有效")


def test_two_rules_may_not_ask_differently_for_the_same() -> None:
    other = RULE.replace("L-1", "L-2").replace("at_least = 1", "at_least = 2")
    [said] = _refused(WHOLE + other)
    assert "第 28 行：规定“L-2”要求的数目是 2，“L-1 警示教育”" in said
    assert "请只留一条" in _refused(WHOLE + RULE.replace("L-1", "L-2"))[0]


def test_conditions_that_meet_part_nobody() -> None:
    asking = RULE.replace("article =", 'when = "full_members >= 7"\narticle =')
    other = RULE.replace("L-1", "L-2").replace("at_least = 1", "at_least = 2")
    fewer = other.replace("article =", 'when = "full_members < 7"\narticle =')
    more = other.replace("article =", 'when = "full_members>=20"\narticle =')
    assert len(read(HEAD + asking + fewer, "local.toml").rules) == 2
    assert "规定“L-2”要求的数目是 2，“L-1 警示教育”" in _refused(HEAD + asking + more)[0]


def test_a_rule_may_raise_another_but_not_lower_it() -> None:
    raising = RULE.replace("L-1", "L-2").replace("at_least = 1", 'at_least = 2\nraises = "L-1"')
    assert len(read(WHOLE + raising, "local.toml").rules) == 2
    lower = WHOLE.replace("at_least = 1", "at_least = 3") + raising
    assert "要求的数目并不更大" in _refused(lower)[0]
    same = WHOLE.replace("at_least = 1", "at_least = 2") + raising
    assert "要求的数目并不更大" in _refused(same)[0]


def test_a_rule_may_raise_what_was_raised_already_and_none_raises_itself() -> None:
    second = RULE.replace("L-1", "L-2").replace("at_least = 1", 'at_least = 2\nraises = "L-1"')
    third = RULE.replace("L-1", "L-3").replace("at_least = 1", 'at_least = 3\nraises = "L-2"')
    assert len(read(WHOLE + second + third, "local.toml").rules) == 3
    beside = third.replace('raises = "L-2"', 'raises = "L-1"')
    assert "规定“L-3”要求的数目是 3，“L-2 警示教育”" in _refused(WHOLE + second + beside)[0]
    circle = WHOLE.replace("at_least = 1", 'at_least = 3\nraises = "L-2"') + second
    assert "要求的数目并不更大" in _refused(circle)[0]


def test_what_differs_in_whom_when_or_how_strongly_it_binds_is_no_contradiction() -> None:
    for old, new in (
        ('binds = ["branch"]', 'binds = ["unit"]'),
        ('modality = "must"', 'modality = "may"'),
        ("valid_from = 2027-01-01", "valid_from = 2020-01-01\nvalid_until = 2026-12-31"),
        ('per = "quarter"', 'per = "year"'),
    ):
        other = RULE.replace("L-1", "L-2").replace("at_least = 1", "at_least = 2").replace(old, new)
        assert len(read(WHOLE + other, "local.toml").rules) == 2


def test_files_are_held_against_each_other_and_named() -> None:
    one = read(WHOLE, "one.toml")
    two = read(WHOLE.replace("L-1", "L-2").replace("at_least = 1", "at_least = 2"), "two.toml")
    with pytest.raises(Misread, match=r"“two\.toml”第 7 行"):
        joined([one, two])
    astray = read(WHOLE.replace("at_least = 1", 'at_least = 1\nraises = "ZB-99"'), "astray.toml")
    with pytest.raises(Misread, match=r"但没有这一条"):
        joined([astray])


def test_a_date_shown_from_one_side_only_is_named() -> None:
    assert [day for _rule, day in undemonstrated(read(WHOLE, "local.toml"))] == [date(2027, 1, 1)]
    both = WHOLE.replace('"2027-Q1" = "missed"', '"2027-Q1" = "missed", "2026-Q4" = "none"')
    assert list(undemonstrated(read(both, "local.toml"))) == []
    ended = both.replace("valid_from = 2027-01-01", "valid_from = 2027-01-01\nvalid_until = 2027-06-30")
    assert [day for _rule, day in undemonstrated(read(ended, "local.toml"))] == [date(2027, 6, 30)]
