"""What waits goes out over real channels; what does not go out says why, and is tried again where that may help."""

import logging
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from luoshi.act.tasks import actions
from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.calendars import site_calendar
from luoshi.edge.notices.actions import claim, doubt, retry
from luoshi.edge.notices.models import Delivery
from luoshi.edge.notices.sending import send
from luoshi.edge.ops.preparation import write_key
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.actions import record_contact
from world.ground import AT
from world.loop import Cast, cast
from world.mornings import MAIL, TUESDAY, clock, policy, write
from world.receivers import hook, mailbox
from world.site import free_port

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """Give a data directory with a key for contacts and a place for channels."""
    (tmp_path / "keys" / "channels").mkdir(parents=True)
    write_key(tmp_path / "keys" / "contacts.key")
    with override_settings(LUOSHI_HOME=tmp_path):
        yield tmp_path


def _channel(home: Path, address: str) -> None:
    (home / "keys" / "channels" / "mail.url").write_text(address + "\n", encoding="utf-8")


def _waiting() -> Cast:
    who = cast()
    record_contact(who.owner, "电话 13900001111，邮箱 c+d@luoshi.example.cn", by=None, at=AT)
    actions.dispatch(who.drafted("印发<b>办法</b>"), by=who.issuer, at=AT)
    assert write(TUESDAY, MAIL) == 1
    return who


def _send(at: datetime = TUESDAY, **changed: object) -> Counter[str]:
    return send(clock=clock(at), policy=policy(MAIL, **changed), calendar=site_calendar())


def _one() -> Delivery:
    return Delivery.objects.get()


def test_a_mail_says_what_is_to_be_done_and_where(home: Path) -> None:
    with mailbox() as box:
        _channel(home, f"mailto://127.0.0.1:{box.port}?from=luoshi@luoshi.example.cn&to={{mail}}")
        _waiting()
        assert _send(site="https://luoshi.example.cn")["sent"] == 1
        assert _send()["sent"] == 0
    [(recipient, subject, text)] = box.got
    assert recipient == "c+d@luoshi.example.cn"
    assert subject == "落实晨报 3月3日 周二：1 件"
    assert text.replace("\r\n", "\n").strip() == (
        "新交办，请签收：1 件\n  · 印发<b>办法</b>（3月30日 周一前）\n\n"
        "请到落实里办理：https://luoshi.example.cn/notices/"
    )
    assert (_one().stage, _one().attempts) == ("sent", 1)


def test_a_channel_without_titles_tells_only_how_many(home: Path) -> None:
    with hook() as kept:
        _channel(home, f"json://127.0.0.1:{kept.port}/in?:to={{mobile}}&+Idempotency-Key={{key}}")
        _waiting()
        quiet = policy(type(MAIL)("mail", "短信", titles=False))
        assert send(clock=clock(TUESDAY), policy=quiet, calendar=site_calendar())["sent"] == 1
    assert kept.got == [f"luoshi-{_one().pk}"]
    said = kept.texts[0].decode("unicode_escape")
    assert "13900001111" in said
    assert "1 件" in said
    assert "办法" not in said


@pytest.mark.parametrize(
    ("address", "details", "reason"),
    [
        ("", "a@luoshi.example.cn", "no_secret"),
        ("mailto://127.0.0.1:1?to={mail}", "电话 13900001111", "no_contact"),
        ("no such thing", "a@luoshi.example.cn", "bad_secret"),
    ],
)
def test_what_only_a_person_can_mend_waits_for_one(
    home: Path, address: str, details: str, reason: str
) -> None:
    who = _waiting()
    record_contact(who.owner, details, by=None, at=AT)
    _channel(home, address)
    assert _send()["failed"] == 1
    assert (_one().stage, _one().reason, _one().again_at) == ("failed", reason, None)


def test_a_channel_that_the_policy_dropped_says_so(home: Path) -> None:
    _waiting()
    send(clock=clock(TUESDAY), policy=policy(), calendar=site_calendar())
    assert (_one().stage, _one().reason) == ("failed", "no_channel")


def test_a_server_that_is_away_is_tried_again_until_the_policy_is_at_its_end(home: Path) -> None:
    _channel(home, f"mailto://127.0.0.1:{free_port()}?from=a@luoshi.example.cn&to={{mail}}")
    _waiting()
    moments = [TUESDAY, TUESDAY + timedelta(minutes=10), TUESDAY + timedelta(minutes=70)]
    for attempt, moment in enumerate(moments, start=1):
        assert _send(moment)["failed"] == 1
        assert _send(moment)["failed"] == 0
        assert (_one().reason, _one().attempts) == ("unreachable", attempt)
    assert _one().again_at is None
    assert _send(TUESDAY + timedelta(hours=9))["failed"] == 0


@pytest.mark.parametrize(
    ("status", "stage", "reason"),
    [(401, "failed", "refused"), (500, "failed", "refused"), (504, "unclear", "no_answer")],
)
def test_what_the_receiver_says_decides(home: Path, status: int, stage: str, reason: str) -> None:
    with hook() as kept:
        kept.status = status
        _channel(home, f"json://127.0.0.1:{kept.port}/in")
        _waiting()
        _send()
    assert (_one().stage, _one().reason) == (stage, reason)


def test_a_mail_that_is_turned_down_is_tried_again_and_then_arrives(home: Path) -> None:
    with mailbox() as box:
        box.answer = "451 try again"
        _channel(home, f"mailto://127.0.0.1:{box.port}?from=a@luoshi.example.cn&to={{mail}}")
        _waiting()
        assert _send()["failed"] == 1
        assert _one().reason == "refused"
        box.answer = "250 OK"
        assert _send(TUESDAY + timedelta(minutes=10))["sent"] == 1
    assert len(box.got) == 1


def test_no_answer_after_the_text_left_is_unclear_and_not_tried_again(home: Path) -> None:
    with hook() as kept:
        kept.go_on.clear()
        _channel(home, f"json://127.0.0.1:{kept.port}/in?rto=1")
        _waiting()
        assert _send()["unclear"] == 1
        assert _send(TUESDAY + timedelta(minutes=60)).total() == 0
    assert (_one().stage, _one().reason) == ("unclear", "no_answer")


@pytest.mark.parametrize("moment", ["2026-03-03T19:59:00+00:00", "2026-03-07T01:00:00+00:00"])
def test_nothing_leaves_in_quiet_hours_and_on_rest_days(home: Path, moment: str) -> None:
    _waiting()
    assert _send(datetime.fromisoformat(moment)).total() == 0
    assert _one().stage == "waiting"


def test_only_one_can_claim_and_who_is_gone_leaves_a_doubt(home: Path) -> None:
    _waiting()
    first, second = _one(), _one()
    assert claim(first, at=TUESDAY)
    assert not claim(second, at=TUESDAY)
    assert doubt(at=TUESDAY + timedelta(minutes=9)) == 0
    assert doubt(at=TUESDAY + timedelta(minutes=11)) == 1
    assert (_one().stage, _one().reason) == ("unclear", "cut_off")


def test_a_retry_is_an_act_and_only_for_what_did_not_go_out(home: Path) -> None:
    with hook() as kept:
        _channel(home, "")
        who = _waiting()
        _send()
        retry(_one().pk, by=who.supervisor.pk, at=TUESDAY)
        assert [each.verb for each in story(_one().chain)] == ["notice.retried"]
        _channel(home, f"json://127.0.0.1:{kept.port}/in")
        assert _send()["sent"] == 1
    with pytest.raises(Refusal):
        retry(_one().pk, by=who.supervisor.pk, at=TUESDAY)


def test_no_address_and_no_secret_reaches_the_log(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        _channel(home, f"mailto://user:s3cret@127.0.0.1:{free_port()}?from=a@luoshi.example.cn&to={{mail}}")
        _waiting()
        assert _send()["failed"] == 1
    assert "s3cret" not in caplog.text
    assert "c+d" not in caplog.text
