"""Who may open what: every address × every role, as one table.

``+`` is let in, ``>`` is asked to sign in, ``-`` is told what an address that leads nowhere tells.
Whoever adds an address adds its rows: one for something inside the reach of the committee that
``world.roles`` fills (``INSIDE``), one for something of a unit elsewhere (``OUTSIDE``), one for nothing at all.
"""

from .duty_things import DUTY_ROWS
from .life_rows import organizational_life
from .member_rows import MEMBER_ROWS
from .owed_things import OWED_ROWS

#            anonymous
#            | secretary, leader
#            | |   supervisor (of all)
#            | |   | officer, clerk (of the office), stand-in of the secretary
#            | |   | |     stranger, somebody without a post
#            | |   | |     |   system, security, audit
ROLES = [
    "anonymous",
    "secretary",
    "leader",
    "supervisor",
    "officer",
    "clerk",
    "stand_in",
    "stranger",
    "no_post",
    "system",
    "security",
    "audit",
]
EVERYONE = "+ ++ + +++ ++ +++"
SIGNED_IN = "> ++ + +++ ++ +++"
INSIDE = "> ++ + +++ -- ---"
OUTSIDE = "> -- + --- +- ---"
MEMBERS = "> ++ + +++ ++ ---"
IN_POST = "> ++ + +++ +- ---"
SYSTEM = "> -- - --- -- +--"
SECURITY = "> -- - --- -- -+-"
AUDIT = "> -- - --- -- --+"
KEEPERS = "> ++ - ++- +- ---"
# By posts of their own as secretary, first responsible person or Party-affairs officer, there or above.
KEPT = "> ++ - +-- -- ---"
KEPT_BELOW = "> ++ - ++- -- ---"
KEPT_ELSEWHERE = "> -- - --- +- ---"
COMMITTEE = "> ++ + +-+ -- ---"
ON_PLACE = ("foundation", "charter", "registration", "posts")
ON_SHAPE = ("move", "merger", "dissolution")
ON_POST = ("holding", "departure", "abolition")
NOBODY = "> -- - --- -- ---"
ISSUING = "> ++ + +-+ -- ---"
NOWHERE = "- -- - --- -- ---"

# address, method, what it names, who is let in
TABLE = (
    ("home", "get", "", SIGNED_IN),
    ("desk_list", "get", "list", MEMBERS),
    ("desk_list", "get", "no_list", NOBODY),
    ("tasks", "get", "", MEMBERS),
    *(("tasks_workbook", method, "", MEMBERS) for method in ("get", "post")),
    ("saved_views", "post", "", MEMBERS),
    ("saved_view_removal", "post", "missing", NOBODY),
    ("tasks_urging", "get", "", MEMBERS),
    ("tasks_transfer", "get", "", MEMBERS),
    ("tasks_extension_request", "get", "", MEMBERS),
    ("tasks_extension", "get", "", MEMBERS),
    ("tasks_outcome", "get", "", NOBODY),
    ("jobs", "get", "", SIGNED_IN),
    *((name, "get", "missing", NOBODY) for name in ("job", "job_file")),
    *((name, "post", "missing", NOBODY) for name in ("job_cancellation", "job_renewal")),
    ("metrics", "get", "", NOWHERE),
    ("system_backups", "get", "", SYSTEM),
    ("system_backup", "get", "missing", NOBODY),
    # Whoever asks for a backup signs in once more before anything is looked up.
    ("system_backup_handover", "post", "missing", SYSTEM),
    ("system_rounds", "get", "", SYSTEM),
    ("system_round", "post", "round", SYSTEM),
    ("system_round", "post", "no_round", NOBODY),
    ("system_ledger", "get", "", AUDIT),
    ("system_ledger_verification", "post", "", AUDIT),
    ("system_ledger_export", "post", "", AUDIT),
    ("system_ledger_proof", "get", "", AUDIT),
    ("reading", "get", "", EVERYONE),
    ("health", "get", "", EVERYONE),
    ("set_language", "post", "", EVERYONE),
    ("text_size", "post", "", EVERYONE),
    ("account", "get", "", SIGNED_IN),
    ("other_sessions_closure", "post", "", SIGNED_IN),
    ("session_closure", "post", "missing", NOBODY),
    ("account_login", "get", "", EVERYONE),
    ("account_logout", "get", "", EVERYONE),
    ("account_inactive", "get", "", EVERYONE),
    ("account_change_password", "get", "", SIGNED_IN),
    ("account_reauthenticate", "get", "", SIGNED_IN),
    ("mfa_authenticate", "get", "", EVERYONE),
    ("mfa_login_webauthn", "get", "", EVERYONE),
    ("mfa_reauthenticate", "get", "", SIGNED_IN),
    ("mfa_reauthenticate_webauthn", "get", "", SIGNED_IN),
    ("mfa_index", "get", "", SIGNED_IN),
    ("mfa_activate_totp", "get", "", SIGNED_IN),
    ("mfa_deactivate_totp", "get", "", SIGNED_IN),
    ("mfa_view_recovery_codes", "get", "", NOBODY),
    ("mfa_generate_recovery_codes", "get", "", SIGNED_IN),
    ("mfa_download_recovery_codes", "get", "", NOBODY),
    ("mfa_list_webauthn", "get", "", SIGNED_IN),
    ("mfa_add_webauthn", "get", "", SIGNED_IN),
    ("mfa_remove_webauthn", "get", "missing_key", SIGNED_IN),
    ("openid_connect_login", "post", "provider", NOWHERE),
    ("openid_connect_callback", "get", "provider", NOWHERE),
    ("new_task", "get", "", IN_POST),
    ("task", "get", "task", INSIDE),
    ("task", "get", "task_elsewhere", OUTSIDE),
    ("task", "get", "missing", NOBODY),
    ("task_evidence", "get", "evidence", INSIDE),
    ("task_evidence", "get", "evidence_missing", NOBODY),
    ("task_move", "get", "move", INSIDE),
    ("task_move", "post", "move", INSIDE),
    ("task_move", "post", "move_elsewhere", OUTSIDE),
    ("task_move", "get", "move_unknown", NOBODY),
    ("deployments", "get", "", MEMBERS),
    ("new_deployment", "get", "", MEMBERS),
    *(
        (name, method, f"{prefix}{thing}", expected)
        for name, method, thing in (
            ("deployment", "get", "deployment"),
            ("unit_suggestions", "get", "deployment"),
            ("draft", "post", "draft"),
            ("draft_confirmation", "post", "draft"),
            ("draft_rejection", "post", "draft"),
            ("draft_parts", "post", "draft"),
            ("draft_selection", "post", "deployment"),
            ("clause_exemption", "post", "draft"),
            ("organization_aliases", "post", "deployment"),
            ("review_restoration", "post", "deployment"),
            ("deployment_dispatch", "post", "deployment"),
        )
        for prefix, expected in (("", INSIDE), ("other_", OUTSIDE), ("no_", NOBODY))
    ),
    *DUTY_ROWS,
    ("system_accounts", "get", "", SYSTEM),
    ("system_account", "get", "person", SYSTEM),
    ("system_account", "get", "missing", NOBODY),
    ("system_account_opening", "post", "person", SYSTEM),
    ("system_account_password", "post", "person", SYSTEM),
    ("system_account_closure", "post", "person", SYSTEM),
    ("system_account_reopening", "post", "person", SYSTEM),
    ("system_account_unprotection", "post", "person", SYSTEM),
    ("system_offices", "get", "", SECURITY),
    ("system_office_removal", "post", "office_holder", SECURITY),
    ("system_office_removal", "post", "officeless", NOBODY),
    ("system_grants", "get", "", SECURITY),
    ("system_grant_revocation", "post", "grant", SECURITY),
    ("system_grant_revocation", "post", "missing", NOBODY),
    ("system_policies", "get", "", SECURITY),
    ("notices", "get", "", MEMBERS),
    ("notices_reading", "post", "", MEMBERS),
    ("system_deliveries", "get", "", SYSTEM),
    ("system_delivery_attempt", "post", "delivery", SYSTEM),
    ("system_delivery_attempt", "post", "missing", NOBODY),
    ("supervision_notice", "get", "task", ISSUING),
    ("supervision_notice", "post", "task", ISSUING),
    ("supervision_notice", "get", "missing", NOBODY),
    ("supervision_notice_file", "get", "task", ISSUING),
    ("supervision_notice_file", "get", "missing", NOBODY),
    ("organizations", "get", "", MEMBERS),
    ("organization_search", "get", "", MEMBERS),
    ("organization", "get", "committee", COMMITTEE),
    ("organization", "get", "office", INSIDE),
    ("organization", "get", "elsewhere", OUTSIDE),
    ("organization", "get", "missing", NOBODY),
    ("organization_node", "get", "office", INSIDE),
    ("organization_node", "get", "elsewhere", OUTSIDE),
    ("organization_tasks", "get", "office", INSIDE),
    ("organization_tasks", "get", "elsewhere", OUTSIDE),
    *((f"organization_{act}", "get", "office", KEPT_BELOW) for act in ON_PLACE),
    *((f"organization_{act}", "get", "committee", KEPT) for act in ON_PLACE),
    *((f"organization_{act}", "get", "elsewhere", KEPT_ELSEWHERE) for act in ON_PLACE),
    *((f"organization_{act}", "get", "office", KEPT) for act in ON_SHAPE),
    *((f"organization_{act}", "get", "committee", NOBODY) for act in ON_SHAPE),
    *((f"organization_{act}", "get", "elsewhere", NOBODY) for act in ON_SHAPE),
    *organizational_life(MEMBERS, INSIDE, OUTSIDE, NOBODY),
    *OWED_ROWS,
    *MEMBER_ROWS,
    ("workbooks", "get", "", MEMBERS),
    ("workbooks", "post", "", KEEPERS),
    ("workbook_import", "post", "", KEEPERS),
    ("workbook_template", "get", "workbook", MEMBERS),
    ("workbook_template", "get", "no_workbook", NOBODY),
    ("workbook_export", "get", "workbook", MEMBERS),
    ("person_search", "get", "", MEMBERS),
    ("person", "get", "owner", INSIDE),
    ("person", "get", "stranger", OUTSIDE),
    ("person", "get", "missing", NOBODY),
    ("person_contact", "get", "owner", INSIDE),
    ("person_contact", "get", "stranger", OUTSIDE),
    ("person_particulars", "get", "owner", KEPT_BELOW),
    ("person_particulars", "get", "stranger", KEPT_ELSEWHERE),
    ("person_transfer", "get", "owner", KEPT_BELOW),
    ("person_transfer", "get", "stranger", KEPT_ELSEWHERE),
    *((f"post_{act}", "get", "post", KEPT_BELOW) for act in ON_POST),
    *((f"post_{act}", "get", "post_elsewhere", KEPT_ELSEWHERE) for act in ON_POST),
    ("post_handover", "get", "post", INSIDE),
    ("post_handover", "get", "post_elsewhere", OUTSIDE),
    ("post_handover_file", "get", "post", INSIDE),
    ("post_handover_file", "get", "post_elsewhere", OUTSIDE),
    ("grants", "get", "", MEMBERS),
    ("grant_revocation", "post", "grant", "> +- - --- -- ---"),
    ("grant_revocation", "post", "missing", NOBODY),
)
