"""When lights turn and on which ladder a task climbs: the shipped files, and the site's own."""

from pathlib import Path

import pytest

from luoshi.core.lifecycle import LADDER, LightPolicy, Rung
from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.policies import policies

SHIPPED_LIGHTS = "soon = 3\nbehind = 20\n"
RUNG = "[[rungs]]\nname = 'leader'\nlabel = '提请分管领导'\nto = 'leader'\ndays = 1\n"


def _write(home: Path, name: str, text: str | bytes) -> None:
    folder = home / "content" / "policies"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())


def test_the_shipped_files_say_what_the_engine_says(tmp_path: Path) -> None:
    assert policies(tmp_path) == (LightPolicy(), LADDER)


def test_a_file_of_the_site_outranks_the_shipped_one_and_leaves_the_other(tmp_path: Path) -> None:
    later = RUNG.replace("'leader'\nlabel", "'late'\nlabel").replace("days = 1", "days = 10")
    _write(tmp_path, "ladder.toml", later + RUNG)
    lights, ladder = policies(tmp_path)
    assert lights == LightPolicy()
    assert ladder == (
        Rung("leader", "提请分管领导", "leader", 1),
        Rung("late", "提请分管领导", "leader", 10),
    )


def test_a_site_may_have_no_ladder_at_all(tmp_path: Path) -> None:
    _write(tmp_path, "ladder.toml", "rungs = []")
    assert policies(tmp_path)[1] == ()


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("light.toml", SHIPPED_LIGHTS, "lights.toml、ladder.toml、second_factor.toml"),
        ("lights.toml", "soon = ", "TOML"),
        ("lights.toml", b"\xff\xfe", "TOML"),
        ("lights.toml", "soon = 3", "behind"),
        ("lights.toml", "soon = '3'\nbehind = 20", "soon"),
        ("lights.toml", "soon = true\nbehind = 20", "soon"),
        ("lights.toml", "soon = -1\nbehind = 20", "soon"),
        ("lights.toml", "soon = 3\nbehind = 101", "behind"),
        ("lights.toml", f"{SHIPPED_LIGHTS}red = 1", "red"),
        ("ladder.toml", "", "rungs"),
        ("ladder.toml", "rungs = ['leader']", r"rungs\[1\]"),
        ("ladder.toml", RUNG.replace("days = 1", "days = 0"), r"rungs\[1\].days"),
        ("ladder.toml", RUNG.replace("days = 1", "days = 1.5"), r"rungs\[1\].days"),
        ("ladder.toml", RUNG.replace("days = 1", "day = 1"), r"rungs\[1\].day"),
        ("ladder.toml", RUNG.replace("to = 'leader'", "to = 'mayor'"), r"rungs\[1\].to"),
        ("ladder.toml", RUNG.replace("name = 'leader'", "name = 'a@b'"), r"rungs\[1\].name"),
        ("ladder.toml", RUNG.replace("提请分管领导", " "), r"rungs\[1\].label"),
        ("ladder.toml", RUNG + RUNG, "两级都叫 leader"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused_and_its_field_named(
    tmp_path: Path, name: str, text: str | bytes, word: str
) -> None:
    _write(tmp_path, name, text)
    with pytest.raises(Refusal, match=word) as refusal:
        policies(tmp_path)
    assert str(refusal.value).endswith("。")
    assert name in str(refusal.value)
