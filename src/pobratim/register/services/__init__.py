"""What writes to the register. Every service is atomic, takes its arguments by name, and says who asked for it.

pages       `reading_of`, `page_store`, `pages_store`, `facts_add`, `settle`, `rebuild`
decisions   `record_accept`, `record_reject`, `field_accept`, `field_reject`, `field_edit`, `records_merge`,
`record_split`, `records_apart`, `decision_undo`, `record_enter`, `records_enter`
plans       `plan_enter`, `plan_apply`, `report_add`, `report_withdraw`
matches     `match_accept`, `match_reject`
plans       `report_add`, `report_withdraw`
at a stroke `records_accept`, `records_reject`, `decisions_undo`, `record_edit`
lists       `list_mapping_store`, `list_apply`, `import_undo`
briefings   `briefing_keep`, `briefing_remove`
files       `attachment_add`, `attachment_remove`, `files_clear`
accounts    `user_add`, `user_role`, `user_open`, `user_password`, `user_mail`
tokens      `token_issue`, `token_revoke`, `token_user`
"""

from pobratim.register.ingest import Stored, page_store, pages_store
from pobratim.register.reading import Incoming, Reading, reading_of
from pobratim.register.settle import rebuild, settle

from .account import user_add, user_mail, user_open, user_password, user_role
from .attachment import Cleared, attachment_add, attachment_remove, files_clear
from .briefing import About, briefing_keep, briefing_remove
from .decision import (
    Author,
    record_accept,
    record_reject,
    record_split,
    records_apart,
    records_merge,
)
from .edit import record_edit
from .enter import New, record_enter, records_enter
from .field import field_accept, field_edit, field_reject
from .list_import import import_undo, list_mapping_store
from .list_rows import Applied, ListFile, list_apply
from .match import match_accept, match_reject
from .page import Added, facts_add, incoming_facts
from .plan import plan_enter, report_add, report_withdraw
from .plan_rows import PlanApplied, plan_apply
from .several import records_accept, records_reject
from .token import Issued, token_issue, token_revoke, token_user
from .undo import decision_undo, decisions_undo

__all__ = [
    "About",
    "Added",
    "Applied",
    "Author",
    "Cleared",
    "Incoming",
    "Reading",
    "Issued",
    "ListFile",
    "New",
    "Stored",
    "attachment_add",
    "attachment_remove",
    "briefing_keep",
    "briefing_remove",
    "decision_undo",
    "facts_add",
    "decisions_undo",
    "field_accept",
    "files_clear",
    "field_edit",
    "field_reject",
    "incoming_facts",
    "import_undo",
    "list_apply",
    "list_mapping_store",
    "PlanApplied",
    "match_accept",
    "match_reject",
    "page_store",
    "pages_store",
    "reading_of",
    "plan_apply",
    "plan_enter",
    "rebuild",
    "record_accept",
    "record_edit",
    "record_enter",
    "record_reject",
    "record_split",
    "records_accept",
    "records_apart",
    "records_enter",
    "records_merge",
    "records_reject",
    "report_add",
    "report_withdraw",
    "settle",
    "token_issue",
    "token_revoke",
    "token_user",
    "user_add",
    "user_mail",
    "user_open",
    "user_password",
    "user_role",
]
