"""Near-identical sign-offs are found, honest and different ones are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.likeness import keys, likeness, packed, signature, unpacked

from .invented import Pair
from .labelled import held_out, labelled, written

PRECISION, RECALL = 0.95, 0.9


def _figures(judged: list[tuple[bool, bool]]) -> tuple[float, float]:
    """Precision and recall of (flagged, same)."""
    right = sum(flagged and same for flagged, same in judged)
    flagged_all = sum(flagged for flagged, _ in judged)
    return right / flagged_all, right / sum(same for _, same in judged)


def test_the_set_is_large_balanced_and_partly_held_out() -> None:
    everything = labelled()
    assert len(everything) >= 200
    assert len(written()) >= 60
    assert 0.45 <= sum(pair.same for pair in everything) / len(everything) <= 0.55
    assert sum(map(held_out, everything)) >= len(everything) // 4


@pytest.mark.parametrize("part", ["all", "seen", "held out"])
def test_two_texts_are_judged_rightly(part: str) -> None:
    chosen = [pair for pair in labelled() if part == "all" or held_out(pair) is (part == "held out")]
    precision, recall = _figures([(likeness(pair.one, pair.other) > 0, pair.same) for pair in chosen])
    assert precision >= PRECISION
    assert recall >= RECALL


@pytest.mark.parametrize("pair", [pair for pair in labelled() if likeness(pair.one, pair.other)])
def test_texts_that_are_alike_are_filed_under_one_key(pair: Pair) -> None:
    assert keys(signature(pair.one)) & keys(signature(pair.other))


@given(st.sampled_from(labelled()))
def test_likeness_has_no_direction_and_a_text_is_like_itself(pair: Pair) -> None:
    assert likeness(pair.one, pair.other) == pytest.approx(likeness(pair.other, pair.one))
    assert likeness(pair.one, pair.one) == pytest.approx(1)


@given(st.text(), st.text())
def test_any_text_is_answered(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert unpacked(packed(signature(one))) == signature(one)
    assert bool(keys(signature(one))) == bool(signature(one).pieces)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三项制度已印发，二十三个支部完成自查", "印发制度3项，23个支部自查完成"),
        (
            "2026年3月5日，市教育局组织了2场宣讲，发放手册500本",
            "县民政局于3月9日组织2场宣讲，发放手册５００本",
        ),
        ("整改率达到百分之九十五，剩余两处年底前完成", "整改率达95%，剩余2处年底前完成"),
    ],
)
def test_numerals_dates_and_the_reporting_unit_are_looked_through(one: str, other: str) -> None:
    assert likeness(one, other) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("完成消防通道清理，拆除违建11处", "完成消防通道清理，拆除违建4处"),
        ("青石巷社区消防通道已清理，违建已拆除", "柳荫里社区消防通道已清理，违建已拆除"),
        ("", ""),
    ],
)
def test_other_facts_in_the_same_words_are_another_text(one: str, other: str) -> None:
    assert likeness(one, other) == 0
