"""Files that nothing speaks of go after a day; what is used, young or brought again stays."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings

from luoshi.act.activities.actions import record
from luoshi.act.tasks.actions import advance
from luoshi.act.tasks.proof import Attached, Proof
from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.attachments import clear_unused, opened, received
from luoshi.edge.exchange.attachments.clearing import CHAIN, GRACE
from luoshi.ground.ledger.queries import story
from world.ground import AT
from world.loop import cast
from world.meetings import branch

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"


def _brought(content: bytes) -> Attached:
    return received([content], "信.txt", len(content))


def _later() -> datetime:
    return datetime.now(UTC) + GRACE + timedelta(minutes=1)


def _age(path: Path) -> None:
    past = (datetime.now(UTC) - 2 * GRACE).timestamp()
    os.utime(path, (past, past))


def _is_kept(file: Attached) -> bool:
    try:
        opened(file.digest).close()
    except FileNotFoundError:
        return False
    return True


def test_what_was_brought_and_never_used_goes_after_a_day_and_the_ledger_says_so() -> None:
    who = cast()
    used, unused = _brought(b"used"), _brought(b"unused")
    advance(who.accepted(), by=who.owner, at=AT, note="已发函", proofs=[Proof("函件", attached=used)])
    assert clear_unused(by=None, at=datetime.now(UTC)).files == 0
    assert clear_unused(by=None, at=_later()) == (1, len(b"unused"))
    assert (_is_kept(used), _is_kept(unused)) == (True, False)
    [entry] = story(CHAIN)
    assert entry.facts == {"files": [unused.digest], "size": len(b"unused")}
    assert clear_unused(by=None, at=_later()).files == 0


def test_the_file_of_a_move_that_was_refused_goes_too() -> None:
    who = cast()
    task, file = who.reported(), _brought(b"too late")
    with pytest.raises(Refusal):
        advance(task, by=who.owner, at=AT, note="已发函", proofs=[Proof("函件", attached=file)])
    assert clear_unused(by=None, at=_later()).files == 1
    assert not _is_kept(file)


def test_what_belongs_to_an_activity_stays() -> None:
    who, file = branch(), _brought("方案".encode())
    record(who.telling(enclosures=(file,)), by=who.secretary, at=AT)
    assert clear_unused(by=None, at=_later()).files == 0
    assert _is_kept(file)


def test_what_is_brought_again_is_young_again(settings: LazySettings) -> None:
    file = _brought(b"again")
    _age(Path(settings.MEDIA_ROOT) / file.digest[:2] / file.digest)
    _brought(b"again")
    assert clear_unused(by=None, at=datetime.now(UTC)).files == 0
    assert _is_kept(file)


def test_what_a_killed_process_was_receiving_goes(settings: LazySettings) -> None:
    waiting = Path(settings.MEDIA_ROOT) / "incoming" / "tmpabc"
    waiting.mkdir(parents=True)
    (waiting / "file").write_bytes(b"half of")
    clear_unused(by=None, at=datetime.now(UTC))
    assert waiting.exists()
    clear_unused(by=None, at=_later())
    assert not waiting.exists()


def test_stopped_half_way_the_ledger_says_what_went() -> None:
    files = [_brought(bytes([number])) for number in range(3)]

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        clear_unused(by=None, at=_later(), advance=stop)
    gone = {file.digest for file in files if not _is_kept(file)}
    [entry] = story(CHAIN)
    assert set(entry.facts["files"]) == gone
    assert len(gone) == 2


def test_where_nothing_was_ever_brought_there_is_nothing_to_clear() -> None:
    assert clear_unused(by=None, at=_later()).files == 0
