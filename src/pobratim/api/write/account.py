"""Whose token it is."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from pobratim.api.schemas.answer import Answer
from pobratim.register.models import User
from pobratim.register.models.user import Role
from pobratim.register.permission import Permission, may

router = Router(tags=["writing"], by_alias=True)


class Account(Answer):
    """An account, its role, and what it may."""

    user: str
    role: Role
    may: list[Permission]


@router.get("/account", response=Account, summary="Whose token it is")
def account(request: HttpRequest) -> Account:
    """The account in whose name the token writes, and what its role allows."""
    user: User = request.auth  # type: ignore[attr-defined]
    return Account(user=user.get_username(), role=user.role, may=[one for one in Permission if may(user, one)])  # type: ignore[arg-type]
