"""SHA-256 unless told otherwise, SM3 on request, nothing else."""

import pytest

from luoshi.config.digests import algorithm


@pytest.mark.parametrize(("given", "chosen"), [("", "sha256"), ("sha256", "sha256"), (" SM3 ", "sm3")])
def test_is_what_the_environment_says(given: str, chosen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOSHI_DIGEST", given)
    assert algorithm() == chosen


def test_anything_else_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOSHI_DIGEST", "md5")
    with pytest.raises(ValueError, match="LUOSHI_DIGEST must be sha256 or sm3"):
        algorithm()
