"""The bars of accuracy, on documents that lie beside the project; without them there is nothing to compare."""

import pytest

from gold import SAMPLES, corpus, speeches

pytestmark = pytest.mark.skipif(
    not (SAMPLES / "corpus" / "gold.jsonl").exists(), reason="the samples are not here"
)


def test_endings_units_leads_and_deadlines() -> None:
    result = corpus.score()
    assert result.recall.share >= 0.97
    assert result.precision.share >= 0.97
    assert result.units.share >= 0.93
    assert result.lead.share >= 0.93
    assert result.deadline.share >= 0.93
    assert result.stated_deadline.share >= 0.93


def test_outline_and_tasks_of_the_annotated_speeches() -> None:
    result = speeches.score(speeches.files("speech"))
    assert result.outline_f1 >= 0.95
    assert result.recall.share >= 0.85
    assert result.precision.share >= 0.75


def test_speeches_that_were_not_tuned_on() -> None:
    result = speeches.score(speeches.files("corpus"))
    assert result.outline_f1 >= 0.95
    assert result.recall.share >= 0.80
    assert result.precision_beside_soft.share >= 0.80
