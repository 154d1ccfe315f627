"""One row for each move: the noun of its address, what is asked, what is said afterwards.

The page, the form and its answer follow from the row and from the loop's table.
"""

from dataclasses import dataclass

from luoshi.core.lifecycle import Move
from luoshi.core.refusals import N_


@dataclass(frozen=True, slots=True)
class Row:
    """A move as a page: ``brings`` names fields of ``fields.py``, ``done`` is said once it has happened."""

    noun: str
    hint: str
    brings: tuple[str, ...]
    done: str

    @property
    def has_files(self) -> bool:
        """Whether evidence may come with it."""
        return "proofs" in self.brings


TERMS = ("owner", "standard", "deadline_on", "recurrence", "evidence_named")
ROWS = {
    Move.DISPATCH: Row(
        "dispatch", N_("定下由谁承办、做到什么程度、什么时候完成，再交给对方。"), TERMS, N_("已交办给{owner}。")
    ),
    Move.ACCEPT: Row("acceptance", N_("签收以后由本单位负责办理。"), (), N_("已签收。")),
    Move.DECLINE: Row(
        "decline", N_("写明办不了的理由，任务退给{issuer}。"), ("reason",), N_("已退回给{issuer}。")
    ),
    Move.DECOMPOSE: Row(
        "decomposition", N_("每行写一项子任务；子任务办结以前，这件任务不能报结。"), ("titles",),
        N_("已分解，子任务还要逐项交办。"),
    ),
    Move.ADVANCE: Row(
        "progress", N_("写明办到哪一步；有了佐证可以先传。"), ("note", "progress", "proofs"),
        N_("已报送进展。"),
    ),
    Move.BLOCK: Row(
        "blocker", N_("写明是什么卡住了、需要谁协调。"), ("reason",), N_("已提请{issuer}协调。")
    ),
    Move.COORDINATE: Row("coordination", N_("写明协调的结果。"), ("note",), N_("已答复{owner}。")),
    Move.ASK_EXTENSION: Row(
        "extension", N_("写明延到哪一天和理由；答复以前时限不变。"), ("deadline_on", "reason"),
        N_("已向{issuer}申请延期，答复以前时限不变。"),
    ),
    Move.GRANT_EXTENSION: Row(
        "extension-grant", N_("可以照申请的那天，也可以另定一天；原时限仍可查。"), ("deadline_on",),
        N_("已准予延期，新时限{due}。"),
    ),
    Move.REFUSE_EXTENSION: Row(
        "extension-refusal", N_("写明理由，时限不变。"), ("reason",), N_("没有准予延期，时限仍是{due}。")
    ),
    Move.TRANSFER: Row(
        "transfer", N_("换一个承办单位，由它重新签收。"), ("owner", "reason"), N_("已转办给{owner}。")
    ),
    Move.URGE: Row("reminder", N_("可以写一句话，对方会看到。"), ("note",), N_("已催办。")),
    Move.ESCALATE: Row(
        "escalation", N_("按督办阶梯提到一级；同一时限每级只发一次。"), ("rung",),
        N_("已提级督办，对方在下一个工作日早上的通知里会看到。"),
    ),
    Move.SUSPEND: Row("suspension", N_("写明理由；恢复以前不再办理。"), ("reason",), N_("已中止。")),
    Move.RESUME: Row("resumption", N_("从中止的地方接着办。"), (), N_("已恢复办理。")),
    Move.CANCEL: Row(
        "cancellation", N_("写明理由，作为对来源的答复；撤销后不能恢复。"), ("reason",), N_("已撤销。")
    ),
    Move.REPORT: Row(
        "report", N_("写明办了什么、结果如何，附上完成标准要求的佐证。"), ("note", "proofs"),
        N_("已报结，等待核验。"),
    ),
    Move.RETURN: Row(
        "return", N_("写明哪里不符合完成标准，由{owner}继续办理。"), ("reason",), N_("已退办给{owner}。")
    ),
    Move.CLOSE: Row(
        "closure", N_("写明怎么核的、核的结果；缺佐证可以补上。"), ("note", "proofs"), N_("已销号。")
    ),
    Move.LOOK_BACK: Row(
        "look-back", N_("写明销号以后再看的情况；没有巩固的请改用“反弹重办”。"), ("note",),
        N_("已回头看，没有反弹。"),
    ),
    Move.RELAPSE: Row(
        "relapse", N_("写明反弹的情况；同一件任务由{owner}重新办理，佐证要重新提供。"), ("reason",),
        N_("已退给{owner}重新办理。"),
    ),
    Move.SETTLE: Row("settlement", N_("办结归档以后不再变动。"), (), N_("已办结归档。")),
}  # fmt: skip
BY_NOUN = {row.noun: move for move, row in ROWS.items()}

# What the loop needs next, the most urgent first; whichever its viewer can do is the one filled button.
ONWARD = (
    *(Move.COORDINATE, Move.GRANT_EXTENSION, Move.DISPATCH, Move.ACCEPT, Move.REPORT, Move.ADVANCE),
    *(Move.CLOSE, Move.SETTLE, Move.LOOK_BACK, Move.RESUME),
)
# The rest, as often as they are wanted.
FURTHER = (
    *(Move.ADVANCE, Move.URGE, Move.RETURN, Move.BLOCK, Move.ASK_EXTENSION, Move.REFUSE_EXTENSION),
    *(Move.DECOMPOSE, Move.RELAPSE, Move.LOOK_BACK, Move.TRANSFER, Move.ESCALATE, Move.DECLINE),
    *(Move.SUSPEND, Move.CANCEL),
)


def arranged(possible: list[Move]) -> tuple[Move | None, list[Move]]:
    """Return the one next move of those possible, or nothing, and all others in the order of their use."""
    chosen = next((move for move in ONWARD if move in possible), None)
    order = [*FURTHER, *ROWS]
    return chosen, sorted((move for move in possible if move is not chosen), key=order.index)
