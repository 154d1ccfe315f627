"""The worker: one process that does what waits, one job after the other, and ends when nothing waits.

``luoshi serve`` starts one when a job asks for it, so that an idle site keeps no process for jobs, and a job
that used much memory gives all of it back.
"""

import fcntl
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.25
REST_SECONDS = 5


@contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Give whether this process is the only worker; the lock ends with the process, however that ends."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def work(folder: Path) -> int:
    """Do all jobs that wait and return how many; none while another worker is at it."""
    from django.utils import timezone  # noqa: PLC0415  # Django loads only where a command needs it

    from luoshi.ground.jobs.actions import clear_away, interrupt_all, take  # noqa: PLC0415  # as above
    from luoshi.ground.jobs.carrying_out import carry_out  # noqa: PLC0415  # as above

    done = 0
    with alone(folder) as alone_here:
        if not alone_here:
            return 0
        interrupted = interrupt_all(at=timezone.now())
        if interrupted:
            log.warning("%d jobs were interrupted", interrupted)
        wanted, begun = folder / "wanted", folder / "begun"
        if begun.exists():
            wanted.touch()
        while wanted.exists():
            # The mark moves aside before the first look, so that whoever asks later leaves a new one;
            # where this process dies, the mark it leaves behind calls the next.
            wanted.replace(begun)
            while (job := take(at=timezone.now())) is not None:
                carry_out(job)
                done += 1
        clear_away(at=timezone.now())
        begun.unlink(missing_ok=True)
    return done


class Watch:
    """Starts a worker whenever one is called for, until it is told to stop; used by ``luoshi serve``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="jobs", daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            if any((self._folder / mark).exists() for mark in ("wanted", "begun")) and not self._run():
                self._over.wait(REST_SECONDS)

    def _run(self) -> bool:
        """Run one worker to its end, or end it when the site stops; return whether it ended well."""
        worker = subprocess.Popen(
            [sys.executable, "-m", "luoshi.edge.ops", "work"], stdout=subprocess.DEVNULL
        )
        while worker.poll() is None:
            if self._over.wait(LOOK_SECONDS):
                worker.terminate()
                with suppress(subprocess.TimeoutExpired):
                    worker.wait(timeout=REST_SECONDS)
                if worker.poll() is None:
                    worker.kill()
                worker.wait()
        return worker.returncode == 0
