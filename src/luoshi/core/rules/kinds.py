"""What can be owed: kinds of activities of organizational life, and kinds of reports and other single acts."""

from enum import StrEnum

from luoshi.core.refusals import N_


class ActivityKind(StrEnum):
    """What an activity of organizational life counts as 活动类别; one meeting may count as several."""

    GENERAL_MEETING = "general_meeting"
    COMMITTEE_MEETING = "committee_meeting"
    GROUP_MEETING = "group_meeting"
    LECTURE = "lecture"
    THEME_DAY = "theme_day"
    ORGANIZATIONAL_LIFE_MEETING = "organizational_life_meeting"
    DEMOCRATIC_LIFE_MEETING = "democratic_life_meeting"
    MEMBER_REVIEW = "member_review"
    TALK = "talk"
    FIRST_AGENDA_ITEM = "first_agenda_item"
    CENTRE_GROUP_STUDY = "centre_group_study"
    YOUTH_STUDY_GROUP = "youth_study_group"
    WARNING_EDUCATION = "warning_education"
    DUAL_ATTENDANCE = "dual_attendance"
    TWINNING = "twinning"
    HOME_VISIT = "home_visit"
    TRAINING = "training"
    GOVERNANCE_SESSION = "governance_session"
    HEARING = "hearing"
    HISTORY_STUDY = "history_study"


class ReportKind(StrEnum):
    """What is owed once in writing or by one act, beside activities 报告类别."""

    DUTY_REPORT = "duty_report"
    ORGAN_WORK_REPORT = "organ_work_report"
    INTEGRITY_REPORT = "integrity_report"
    EDUCATION_REPORT = "education_report"
    ACTIVIST_REVIEW = "activist_review"
    CONTACT_ABROAD = "contact_abroad"
    LETTERS_REPORT = "letters_report"


KIND_LABELS: dict[str, str] = {
    ActivityKind.GENERAL_MEETING: N_("党员大会"),
    ActivityKind.COMMITTEE_MEETING: N_("支委会"),
    ActivityKind.GROUP_MEETING: N_("党小组会"),
    ActivityKind.LECTURE: N_("党课"),
    ActivityKind.THEME_DAY: N_("主题党日"),
    ActivityKind.ORGANIZATIONAL_LIFE_MEETING: N_("组织生活会"),
    ActivityKind.DEMOCRATIC_LIFE_MEETING: N_("民主生活会"),
    ActivityKind.MEMBER_REVIEW: N_("民主评议党员"),
    ActivityKind.TALK: N_("谈心谈话"),
    ActivityKind.FIRST_AGENDA_ITEM: N_("第一议题"),
    ActivityKind.CENTRE_GROUP_STUDY: N_("中心组学习"),
    ActivityKind.YOUTH_STUDY_GROUP: N_("青年理论学习小组"),
    ActivityKind.WARNING_EDUCATION: N_("警示教育"),
    ActivityKind.DUAL_ATTENDANCE: N_("双重组织生活"),
    ActivityKind.TWINNING: N_("结对共建"),
    ActivityKind.HOME_VISIT: N_("走访关爱"),
    ActivityKind.TRAINING: N_("集中培训"),
    ActivityKind.GOVERNANCE_SESSION: N_("全面从严治党专题研究"),
    ActivityKind.HEARING: N_("听取工作汇报"),
    ActivityKind.HISTORY_STUDY: N_("党史学习"),
    ReportKind.DUTY_REPORT: N_("述职"),
    ReportKind.ORGAN_WORK_REPORT: N_("机关党建工作报告"),
    ReportKind.INTEGRITY_REPORT: N_("述责述廉"),
    ReportKind.EDUCATION_REPORT: N_("党员教育管理情况报告"),
    ReportKind.ACTIVIST_REVIEW: N_("入党积极分子考察"),
    ReportKind.CONTACT_ABROAD: N_("与出国学习党员联系"),
    ReportKind.LETTERS_REPORT: N_("信访工作年度报告"),
}

# What organizations are; the codes are those of ``ground.organizations``, a test holds them together.
ORGANIZATION_KINDS = (
    "work_committee",
    "party_group",
    "organ_committee",
    "general_branch",
    "branch",
    "group",
    "discipline_committee",
    "unit",
    "office",
)

# Who performs what is asked.
PERFORMERS: dict[str, str] = {
    "organization": N_("本组织"),
    "committee": N_("委员会"),
    "secretary": N_("书记"),
    "first_responsible": N_("第一责任人"),
    "leading_members": N_("领导班子成员"),
    "group_leader": N_("党小组组长"),
    "each_member": N_("每名党员"),
    "superior": N_("上级党组织"),
    "target": N_("督查对象"),
}


class MatterKind(StrEnum):
    """What begins on a day and must be answered in time 限时事项."""

    BRANCH_APPLICATION = "branch_application"
    APPLICATION = "application"
    ACTIVIST_CONFIRMED = "activist_confirmed"
    CANDIDATE_NOTICE = "candidate_notice"
    PRE_REVIEW = "pre_review"
    ADMISSION_VOTE = "admission_vote"
    PROBATION = "probation"
    ADMISSION_APPROVAL = "admission_approval"
    FULL_VOTE = "full_vote"
    PROBATIONER_RECEIVED = "probationer_received"
    LETTER_RECEIVED = "letter_received"
    LETTER_ASSIGNED = "letter_assigned"
    LETTER_MISROUTED = "letter_misrouted"
    LETTER_ACCEPTED = "letter_accepted"
    LETTER_EXTENDED = "letter_extended"
    REVIEW_ASKED = "review_asked"
    CONCLUSION_RECEIVED = "conclusion_received"
    INSPECTION_REVIEW_ASKED = "inspection_review_asked"


MATTER_LABELS: dict[str, str] = {
    MatterKind.BRANCH_APPLICATION: N_("收到成立党支部的申请"),
    MatterKind.APPLICATION: N_("收到入党申请书"),
    MatterKind.ACTIVIST_CONFIRMED: N_("确定为入党积极分子"),
    MatterKind.CANDIDATE_NOTICE: N_("发展对象公示"),
    MatterKind.PRE_REVIEW: N_("预审通过"),
    MatterKind.ADMISSION_VOTE: N_("支部大会通过接收预备党员"),
    MatterKind.PROBATION: N_("预备期开始"),
    MatterKind.ADMISSION_APPROVAL: N_("批准为预备党员"),
    MatterKind.FULL_VOTE: N_("支部大会通过转为正式党员"),
    MatterKind.PROBATIONER_RECEIVED: N_("转入预备期已满的预备党员"),
    MatterKind.LETTER_RECEIVED: N_("收到信访事项"),
    MatterKind.LETTER_ASSIGNED: N_("收到转送、交办且属于职权范围的信访事项"),
    MatterKind.LETTER_MISROUTED: N_("收到转送、交办但不属于职权范围的信访事项"),
    MatterKind.LETTER_ACCEPTED: N_("受理信访事项"),
    MatterKind.LETTER_EXTENDED: N_("延长信访事项办理期限"),
    MatterKind.REVIEW_ASKED: N_("收到信访复查、复核请求"),
    MatterKind.CONCLUSION_RECEIVED: N_("收到督查结论"),
    MatterKind.INSPECTION_REVIEW_ASKED: N_("收到督查复核申请"),
}
