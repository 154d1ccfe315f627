"""When people are told, as policy staff write it."""

from datetime import time
from pathlib import Path

import pytest

from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.notice_policy import Channel, notices
from world.mornings import policy

SHIPPED = Path(__file__).parents[3] / "src/luoshi/content/policies/notices.toml"
CHANNEL = "[[channels]]\nname = 'mail'\nlabel = '邮件'\ntitles = true\n"


def _write(home: Path, text: str) -> None:
    folder = home / "content" / "policies"
    folder.mkdir(parents=True)
    (folder / "notices.toml").write_text(text, encoding="utf-8")


def test_the_shipped_policy_sends_nothing_outside(tmp_path: Path) -> None:
    said = notices(tmp_path)
    assert said.channels == ()
    assert said.morning == time(8)
    assert said.retries == (10, 60, 240)


def test_a_site_adds_a_channel(tmp_path: Path) -> None:
    _write(tmp_path, SHIPPED.read_text(encoding="utf-8").replace("\nchannels = []", "\n" + CHANNEL))
    assert notices(tmp_path).channels == (Channel("mail", "邮件", titles=True),)


@pytest.mark.parametrize(
    ("hour", "said"), [(7, "quiet"), (8, "work"), (19, "work"), (20, "quiet"), (0, "quiet")]
)
def test_quiet_hours_reach_over_midnight(hour: int, said: str) -> None:
    assert policy().is_quiet(time(hour)) is (said == "quiet")


def test_quiet_hours_may_lie_within_a_day() -> None:
    noon = policy(quiet_from=time(12), quiet_until=time(14))
    assert [noon.is_quiet(time(hour)) for hour in (11, 12, 13, 14)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("was", "now", "word"),
    [
        ('morning = "08:00"', 'morning = "8点"', "morning"),
        ('morning = "08:00"', 'morning = "06:00"', "morning"),
        ("retries = [10, 60, 240]", "retries = [0]", "retries"),
        ("reply_within = 5", "reply_within = true", "reply_within"),
        ('site = ""', 'site = "luoshi"', "site"),
        ('site = ""', "", "site"),
        ("channels = []", "channels = ['mail']", r"channels\[1\]"),
        ("channels = []", CHANNEL.replace("'mail'", "'../mail'"), r"channels\[1\].name"),
        ("channels = []", CHANNEL + "url = 'x'", r"channels\[1\].url"),
        ("channels = []", CHANNEL + CHANNEL, "两级都叫 mail"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_its_field(
    tmp_path: Path, was: str, now: str, word: str
) -> None:
    _write(tmp_path, SHIPPED.read_text(encoding="utf-8").replace(f"\n{was}", f"\n{now}"))
    with pytest.raises(Refusal, match=word):
        notices(tmp_path)
