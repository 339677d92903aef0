"""Who may do what: the one place that pages, API and services ask."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.conf import settings

from pobratim.words.speech import mark

from .errors import NotAllowed
from .models import PersonDecision, User
from .models.decision import Action
from .models.user import Role

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class Permission(StrEnum):
    """What there is to be allowed."""

    READ = "read"
    ADD = "add"  # pages with their facts
    ENTER = "enter"  # records by hand
    REVIEW = "review"  # accept or reject a record, a value
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    KEEP = "keep"  # briefings as they were edited
    ATTACH = "attach"  # files to records, and take away one's own
    DETACH = "detach"  # take away other people's files
    USERS = "users"  # accounts and other people's tokens


_EDITOR = frozenset(Permission) - {Permission.MERGE, Permission.SPLIT, Permission.DETACH, Permission.USERS}
_OF_ROLE: dict[str, frozenset[Permission]] = {
    Role.VIEWER: frozenset((Permission.READ,)),
    Role.EDITOR: _EDITOR,
    Role.MANAGER: frozenset(Permission),
}
_OF_ACTION: dict[str, Permission] = {
    Action.ACCEPT: Permission.REVIEW,
    Action.REJECT: Permission.REVIEW,
    Action.EDIT: Permission.EDIT,
    Action.MERGE: Permission.MERGE,
    Action.SPLIT: Permission.SPLIT,
    Action.ATTACH: Permission.ATTACH,
}


def may(user: User | AnonymousUser, permission: Permission) -> bool:
    """Whether the role of an account allows it; without an account one reads, and only where reading is public."""
    if permission is Permission.READ and settings.PUBLIC_READING:
        return True
    if not isinstance(user, User) or not user.is_active:
        return False
    return user.is_superuser or permission in _OF_ROLE.get(user.role, frozenset())


def require(user: User | AnonymousUser | None, permission: Permission) -> None:
    """Does nothing where it is allowed; None is the command line, to which everything is.

    Raises:
        NotAllowed: the role does not allow it; the reason names the one that does.
    """
    if user is None or may(user, permission):
        return
    if permission is Permission.READ:
        raise NotAllowed(mark("an account is needed to read"))
    if permission in _EDITOR:
        raise NotAllowed(mark("the role of an editor is needed for this"))
    raise NotAllowed(mark("the role of a manager is needed for this"))


def permission_for(action: str) -> Permission:
    """What it takes to decide so, and to take such a decision back.

    >>> permission_for("merge")
    <Permission.MERGE: 'merge'>
    """
    return _OF_ACTION[action]


def permission_to_undo(decision: PersonDecision, user: User | None) -> Permission:
    """What it takes to take a decision back: other people's files are a manager's to take away."""
    if decision.action == Action.ATTACH and (user is None or decision.author_id != user.pk):
        return Permission.DETACH
    return permission_for(decision.action)
