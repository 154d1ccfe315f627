"""The manner of each kind of activity: who must be there, what its agenda begins with, whether it is confidential."""

from dataclasses import dataclass
from enum import StrEnum

from luoshi.core.refusals import N_
from luoshi.core.rules.kinds import KIND_LABELS, ActivityKind
from luoshi.ground.organizations.models import OrganizationKind


class Body(StrEnum):
    """Who must be there 应到范围."""

    MEMBERS = "members"
    COMMITTEE = "committee"
    GROUP = "group"
    TEAM = "team"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Manner:
    """How one kind of activity is held 活动形式: by whom, what it offers for its agenda, what counts as study.

    ``derived`` kinds nobody chooses: they follow from who came. ``partner`` asks with whom.
    """

    body: Body
    agenda: tuple[str, ...] = ()
    confidential: bool = False
    studies: bool = False
    derived: bool = False
    partner: bool = False


FIRST_ITEM = N_("第一议题：学习近期重要讲话和指示精神，研究怎样落实")
MANNERS: dict[ActivityKind, Manner] = {
    ActivityKind.THEME_DAY: Manner(
        Body.MEMBERS, (N_("集体学习"), N_("围绕主题开展活动"), N_("交流体会")), studies=True
    ),
    ActivityKind.GENERAL_MEETING: Manner(
        Body.MEMBERS, (FIRST_ITEM, N_("支部委员会报告工作"), N_("讨论表决"))
    ),
    ActivityKind.COMMITTEE_MEETING: Manner(
        Body.COMMITTEE, (FIRST_ITEM, N_("研究拟提交党员大会的事项"), N_("安排近期工作"))
    ),
    ActivityKind.GROUP_MEETING: Manner(Body.GROUP, (N_("学习"), N_("开展批评和自我批评"))),
    ActivityKind.LECTURE: Manner(Body.MEMBERS, (N_("讲党课"), N_("讨论")), studies=True),
    ActivityKind.ORGANIZATIONAL_LIFE_MEETING: Manner(
        Body.MEMBERS, (N_("通报会前学习、谈心、听取意见情况"), N_("对照检查，互相批评"), N_("明确整改事项"))
    ),
    ActivityKind.MEMBER_REVIEW: Manner(Body.MEMBERS, (N_("个人自评"), N_("党员互评"), N_("民主测评"))),
    ActivityKind.TALK: Manner(Body.CHOSEN, confidential=True),
    ActivityKind.HOME_VISIT: Manner(Body.CHOSEN, confidential=True),
    ActivityKind.FIRST_AGENDA_ITEM: Manner(Body.TEAM, (FIRST_ITEM,)),
    ActivityKind.CENTRE_GROUP_STUDY: Manner(
        Body.TEAM, (FIRST_ITEM, N_("重点发言"), N_("集体研讨")), studies=True
    ),
    ActivityKind.DEMOCRATIC_LIFE_MEETING: Manner(
        Body.TEAM, (N_("通报上次整改落实情况"), N_("对照检查，互相批评"), N_("明确整改措施"))
    ),
    ActivityKind.GOVERNANCE_SESSION: Manner(Body.TEAM, (FIRST_ITEM, N_("专题研究全面从严治党工作"))),
    ActivityKind.HEARING: Manner(Body.TEAM, (N_("听取党建工作汇报"), N_("讨论并明确要求"))),
    ActivityKind.YOUTH_STUDY_GROUP: Manner(Body.GROUP, (N_("领学"), N_("交流研讨")), studies=True),
    ActivityKind.WARNING_EDUCATION: Manner(
        Body.MEMBERS, (N_("通报典型案例"), N_("对照岗位查风险")), studies=True
    ),
    ActivityKind.HISTORY_STUDY: Manner(Body.MEMBERS, (N_("学习党史"), N_("交流体会")), studies=True),
    ActivityKind.TRAINING: Manner(Body.MEMBERS, (N_("集中授课"), N_("研讨交流")), studies=True),
    ActivityKind.TWINNING: Manner(Body.MEMBERS, (N_("共同学习"), N_("商定共建事项")), partner=True),
    ActivityKind.DUAL_ATTENDANCE: Manner(Body.MEMBERS, derived=True),
}
CONFIDENTIAL = frozenset(kind for kind, manner in MANNERS.items() if manner.confidential)
DERIVED = frozenset(kind for kind, manner in MANNERS.items() if manner.derived)
STUDIES = frozenset(kind for kind, manner in MANNERS.items() if manner.studies)

_EVERYWHERE = (
    ActivityKind.WARNING_EDUCATION,
    ActivityKind.TRAINING,
    ActivityKind.HISTORY_STUDY,
    ActivityKind.TWINNING,
    ActivityKind.TALK,
    ActivityKind.HOME_VISIT,
)
_BRANCH = (
    ActivityKind.THEME_DAY,
    ActivityKind.GENERAL_MEETING,
    ActivityKind.COMMITTEE_MEETING,
    ActivityKind.LECTURE,
    ActivityKind.ORGANIZATIONAL_LIFE_MEETING,
    ActivityKind.MEMBER_REVIEW,
    ActivityKind.YOUTH_STUDY_GROUP,
)
_GROUP = (ActivityKind.GROUP_MEETING, ActivityKind.LECTURE, ActivityKind.ORGANIZATIONAL_LIFE_MEETING)
_TEAM = (
    ActivityKind.FIRST_AGENDA_ITEM,
    ActivityKind.CENTRE_GROUP_STUDY,
    ActivityKind.DEMOCRATIC_LIFE_MEETING,
    ActivityKind.GOVERNANCE_SESSION,
    ActivityKind.HEARING,
    ActivityKind.COMMITTEE_MEETING,
    ActivityKind.LECTURE,
    ActivityKind.YOUTH_STUDY_GROUP,
)


def held_by(kind: OrganizationKind) -> tuple[ActivityKind, ...]:
    """Return what an organization of that kind holds, the most usual first."""
    if kind is OrganizationKind.BRANCH:
        return (*_BRANCH, *_EVERYWHERE)
    return (*(_GROUP if kind is OrganizationKind.GROUP else _TEAM), *_EVERYWHERE)


def label_of(kind: str) -> str:
    """Return what people call the kind, as a Chinese msgid."""
    return KIND_LABELS[ActivityKind(kind)]
