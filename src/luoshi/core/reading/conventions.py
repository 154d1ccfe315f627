"""What a document says once and means ever after: who leads by being listed first, who answers by default."""

import re
from dataclasses import dataclass

from luoshi.core.reading.model import Remark
from luoshi.core.reading.remarks import FIRST_LEADS, default_unit

_FIRST_LEADS = re.compile(
    r"(?:列|排)(?:在|于)?(?:第一|首)(?:位|个)?(?:者|的)?(?:单位|部门)?[^。，；）]{0,6}为牵头|第一(?:个)?(?:责任)?(?:单位|部门)为牵头|排名第一[^。]{0,8}牵头"
)
_DEFAULT = re.compile(
    r"以下(?:各项)?均?(?:需|由)([\u4e00-\u9fff]{2,20}?)(?:负责|落实|承担)[^。）]{0,6}，?不再(?:列出|列|单列|一一列出)"
)


@dataclass(frozen=True, slots=True)
class Conventions:
    """``first_leads``: the first listed unit leads; ``default_unit`` answers where no unit is named, from ``default_from`` on."""

    first_leads: bool
    default_unit: str | None
    default_from: int

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """The conventions found, for whoever reads the reading."""
        default = (default_unit(self.default_unit),) if self.default_unit else ()
        return ((FIRST_LEADS,) if self.first_leads else ()) + default


def conventions(plain: str) -> Conventions:
    """The conventions stated anywhere in the folded text."""
    default = _DEFAULT.search(plain)
    return Conventions(
        bool(_FIRST_LEADS.search(plain)),
        default[1] if default else None,
        default.end() if default else 0,
    )
