"""How a command ends when something outside fails."""

import pytest

from luoshi.edge.ops.workbooks import UNREADABLE, refusing


def test_a_file_that_cannot_be_used_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, refusing():
        raise PermissionError(13, "denied", "台账.xlsx")
    assert ended.value.code == UNREADABLE
    assert "“台账.xlsx”打不开" in capsys.readouterr().err


def test_a_reader_that_went_away_is_no_file_of_the_users() -> None:
    with pytest.raises(BrokenPipeError), refusing():
        raise BrokenPipeError
