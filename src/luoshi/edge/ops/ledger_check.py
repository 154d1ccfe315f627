"""The verification of the whole ledger as a job; ``luoshi verify-ledger`` says the same sentences."""

from collections.abc import Callable
from datetime import date

from luoshi.core.refusals import N_, Refusal
from luoshi.ground.jobs.work import JobKind, JobResult, Running
from luoshi.ground.ledger.verification import Verdict, extent, verify

SOUND = N_(
    "账本完好：{entries} 条记录、{seals} 份日封全部相符；最近一份日封的摘要是 {digest}，请与存档核对。"
)
SOUND_UNSEALED = N_("账本完好：{entries} 条记录全部相符；还没有日封，请每天执行 luoshi seal-ledger。")
CHECKING = N_("正在逐条核验")


def concluded(verdict: Verdict) -> JobResult:
    """Return the conclusion of a verification. Raises ``Refusal`` with the first fault, where there is one."""
    if verdict.fault:
        facts = {key: str(fact) for key, fact in verdict.fault.facts.items()}
        raise Refusal(verdict.fault.sentence, **facts)
    counted = {
        "entries": str(verdict.entries),
        "seals": str(verdict.seals),
        "digest": verdict.last_seal or "",
    }
    return JobResult(SOUND if verdict.last_seal else SOUND_UNSEALED, counted)


def verified(advance: Callable[[int, int, str], None], *, start: date | None = None) -> JobResult:
    """Verify the ledger, or what was sealed from that day on, and return the conclusion.

    ``advance`` is told of steps done, of all, and what is being done. Raises ``Refusal`` with the first fault.
    """
    total, done = extent(start), 0

    def tell(steps: int) -> None:
        nonlocal done
        done += steps
        # Entries written meanwhile are verified too, and are no more than all.
        advance(min(done, total), total, CHECKING)

    return concluded(verify(start=start, advance=tell))


def _verify(running: Running) -> JobResult:
    return verified(running.advance)


VERIFICATION = JobKind(N_("核验账本"), _verify)
