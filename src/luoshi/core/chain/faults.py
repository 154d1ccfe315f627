"""What can be wrong with a ledger, each kind one sentence that says where and what to do."""

from dataclasses import dataclass
from typing import Self

from luoshi.core.refusals import N_

MISSING = N_(
    "账本有缺：{chain} 的第 {expected} 条记录不见了，后面是第 {sequence} 条；请停用数据库，用备份核对。"
)
REPEATED = N_("账本有重：{chain} 的第 {sequence} 条记录出现了不止一次；请停用数据库，用备份核对。")
UNLINKED = N_(
    "账本断链：{chain} 第 {sequence} 条记录所写的上一条摘要，与上一条实际的摘要不一致；请停用数据库，用备份核对。"
)
ALTERED = N_("账本被改：{chain} 第 {sequence} 条记录的内容与它的摘要不一致；请停用数据库，用备份核对。")
ALGORITHM = N_(
    "无法核验：{chain} 第 {sequence} 条记录用的摘要算法“{algorithm}”这台机器没有；请换一台支持它的机器再核验。"
)
SEAL_UNLINKED = N_("日封断链：{day} 的日封与前一份日封接不上；请用存档的日封摘要核对。")
SEAL_ALTERED = N_("日封被改：{day} 的日封内容与它的摘要不一致；请用存档的日封摘要核对。")
SEAL_COUNT = N_(
    "账本与日封不符：{day} 封存了 {count} 条记录，账本里现有 {found} 条；请停用数据库，用备份核对。"
)
SEAL_ROOT = N_("账本与日封不符：{day} 封存的记录与账本里现有的不一样；请停用数据库，用备份核对。")
SEAL_ALGORITHM = N_(
    "无法核验：{day} 的日封用的摘要算法“{algorithm}”这台机器没有；请换一台支持它的机器再核验。"
)


@dataclass(frozen=True)
class Fault:
    """The first thing that does not fit: ``sentence`` is a Chinese msgid, ``facts`` fill its placeholders.

    ``str()`` is the finished Chinese sentence.
    """

    sentence: str
    facts: dict[str, object]

    @classmethod
    def of_entry(cls, sentence: str, chain: str, sequence: int, expected: int, algorithm: str) -> Self:
        """Return the fault of one entry; ``expected`` is the sequence that should have come."""
        return cls(
            sentence, {"chain": chain, "sequence": sequence, "expected": expected, "algorithm": algorithm}
        )

    def __str__(self) -> str:
        return self.sentence.format_map(self.facts)
