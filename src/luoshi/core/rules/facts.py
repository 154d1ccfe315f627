"""What a condition may ask about an organization: one table of facts, each with its type and unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from luoshi.core.refusals import N_

Value = bool | int | date
FactType = Literal["yes_or_no", "count", "date"]
TYPES: dict[FactType, type] = {"yes_or_no": bool, "count": int, "date": date}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about an organization 组织事实. ``computed`` ones follow from the registers, others are declared.

    A special status has a ``default``: whoever is not declared temporary is not. Nothing else is ever presumed.
    """

    name: str
    label: str
    type: FactType
    unit: str = ""
    computed: bool = False
    default: Value | None = None

    def admits(self, value: object) -> bool:
        """Tell whether the value is of this fact's type; a count is no less than 0."""
        return type(value) is TYPES[self.type] and not (self.type == "count" and int(str(value)) < 0)


FACTS: Mapping[str, Fact] = {
    each.name: each
    for each in (
        Fact("members", N_("党员人数"), "count", N_("名"), computed=True),
        Fact("full_members", N_("正式党员人数"), "count", N_("名"), computed=True),
        Fact("groups", N_("党小组个数"), "count", N_("个"), computed=True),
        Fact("last_elected_on", N_("最近一次换届的日期"), "date", computed=True),
        Fact("term_years", N_("规定的任期"), "count", N_("年"), computed=True),
        Fact("term_extended_until", N_("批准延期换届到哪一天"), "date"),
        Fact("committee", N_("已设委员会"), "yes_or_no", computed=True),
        Fact("organ", N_("属于机关党组织"), "yes_or_no", computed=True),
        Fact("county_or_above", N_("属于县级以上"), "yes_or_no"),
        Fact("temporary", N_("临时党组织"), "yes_or_no", default=False),
        Fact("joint", N_("联合党支部"), "yes_or_no", default=False),
        Fact("village", N_("村、社区党组织"), "yes_or_no", default=False),
        Fact("covered_units", N_("联合党支部覆盖的单位个数"), "count", N_("个")),
        Fact("activists", N_("入党积极分子人数"), "count", N_("名")),
        Fact("members_abroad", N_("出国学习研究的党员人数"), "count", N_("名")),
        Fact("staff", N_("机关工作人员人数"), "count", N_("名")),
        Fact("full_time_workers", N_("专职党务工作人员人数"), "count", N_("名")),
        Fact("discipline_committee", N_("已设机关纪委"), "yes_or_no"),
        Fact("discipline_member", N_("已设纪检委员"), "yes_or_no"),
        Fact("letters_department", N_("是信访工作部门"), "yes_or_no", default=False),
    )
}
