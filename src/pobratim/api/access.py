"""Who may read and who may write. Reading follows the setting; writing takes a token, never a session's cookie."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from ninja.security import HttpBearer

from pobratim.register.models import User
from pobratim.register.permission import Permission, may
from pobratim.register.services import Author, token_user

Somebody = User | AnonymousUser


class Token(HttpBearer):
    """`Authorization: Bearer …`: the account of the token."""

    def authenticate(self, request: HttpRequest, token: str) -> User | None:
        """The account; None for a token that is good for nothing."""
        return token_user(token)


class Reader:
    """Whoever may read: everybody where reading is public; else an account, by its token or its session.

    A token that is good for nothing is refused, also where none is needed.
    """

    def __init__(self) -> None:
        self._token = Token()

    def __call__(self, request: HttpRequest) -> Somebody | None:
        """The account, or nobody in particular; None where reading is not allowed."""
        if "Authorization" in request.headers:
            return cast("User | None", self._token(request))
        if may(AnonymousUser(), Permission.READ):
            return AnonymousUser()
        user: Any = request.user
        return user if may(user, Permission.READ) else None


def author(request: HttpRequest) -> Author:
    """Who writes: the account of the token."""
    user: User = request.auth  # type: ignore[attr-defined]
    return Author.of(user)
