"""Senders are killed while they send, begun again and run at once: everything arrives once, or is said to be unclear."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from world.databases import Environment
from world.receivers import Hook, hook, mailbox

pytestmark = pytest.mark.journey
SHIPPED = Path(__file__).parents[3] / "src/luoshi/content/policies/notices.toml"
MORNING, LATER = "2026-03-03T09:00:00+08:00", "2026-03-03T09:20:00+08:00"
PEOPLE = 12


def _channels(environment: Environment, **addresses: str) -> None:
    """Set the site up with a channel for each address."""
    home = Path(environment["LUOSHI_HOME"])
    (home / "content" / "policies").mkdir(parents=True)
    (home / "keys" / "channels").mkdir()
    tables = "".join(
        f"[[channels]]\nname = '{name}'\nlabel = '{name}'\ntitles = false\n" for name in addresses
    )
    shipped = SHIPPED.read_text(encoding="utf-8").replace("\nchannels = []", f"\n{tables}")
    (home / "content" / "policies" / "notices.toml").write_text(shipped, encoding="utf-8")
    for name, address in addresses.items():
        (home / "keys" / "channels" / f"{name}.url").write_text(address, encoding="utf-8")


def _started(environment: Environment, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "world.notifier", *arguments]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _said(environment: Environment, *arguments: str) -> str:
    program = _started(environment, *arguments)
    said, complaints = program.communicate(timeout=120)
    assert (program.returncode, complaints) == (0, "")
    return said


def _stages(environment: Environment) -> dict[str, str]:
    return {line.split()[0]: line.split()[2] for line in _said(environment, "state").splitlines()}


def _killed_while_sending(environment: Environment, kept: Hook, received: int) -> None:
    """Start a sender, let that many requests pass and kill it when the next is there and waits for its answer."""
    program = _started(environment, "send", MORNING)
    for _passing in range(received):
        assert kept.arrived.acquire(timeout=60)
    kept.go_on.clear()
    assert kept.arrived.acquire(timeout=60)
    os.kill(program.pid, signal.SIGKILL)
    program.communicate(timeout=60)
    assert program.returncode == -signal.SIGKILL
    kept.go_on.set()


def test_killed_senders_leave_nothing_sent_twice_and_nothing_unsaid(installation: Environment) -> None:
    with hook() as kept:
        _channels(installation, hook=f"json://127.0.0.1:{kept.port}/in?+Idempotency-Key={{key}}")
        _said(installation, "plant", str(PEOPLE - 1))
        for received in (0, 2, 3):
            _killed_while_sending(installation, kept, received)
        _said(installation, "send", MORNING)
        # Until ten minutes have passed, a sender might still live, so nobody speaks for it.
        assert Counter(_stages(installation).values()) == {"sent": PEOPLE - 3, "claimed": 3}
        last = _said(installation, "send", LATER)
        stages = _stages(installation)
        assert Counter(stages.values()) == {"sent": PEOPLE - 3, "unclear": 3}
        assert last == "sent=0 failed=0 unclear=0 doubted=3\n"
        assert Counter(kept.got) == dict.fromkeys(stages, 1)


def test_two_senders_at_once_send_everything_once(installation: Environment) -> None:
    with hook() as kept, mailbox() as box:
        _channels(
            installation,
            hook=f"json://127.0.0.1:{kept.port}/in?+Idempotency-Key={{key}}",
            mail=f"mailto://127.0.0.1:{box.port}?from=luoshi@luoshi.example.cn&to={{mail}}",
        )
        _said(installation, "plant", str(PEOPLE - 1))
        programs = [_started(installation, "send", MORNING) for _sender in range(2)]
        ends = [program.communicate(timeout=120) for program in programs]
        assert [program.returncode for program in programs] == [0, 0], ends
        _said(installation, "send", MORNING)
        assert set(_stages(installation).values()) == {"sent"}
        assert (len(kept.got), set(Counter(kept.got).values())) == (PEOPLE, {1})
        recipients = Counter(recipient for recipient, _subject, _text in box.got)
        assert (len(recipients), set(recipients.values())) == (PEOPLE, {1})
