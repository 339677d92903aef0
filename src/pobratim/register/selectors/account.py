"""Accounts and their tokens."""

from __future__ import annotations

import datetime

from django.db.models import F, QuerySet

from pobratim.register.errors import NoSuchRecord
from pobratim.register.models import AccountChange, Token, User
from pobratim.register.models.user import Digest, Role


def user_named(name: str) -> User:
    """The account of that name.

    Raises:
        NoSuchRecord: there is none.
    """
    found = User.objects.filter(username=name).first()
    if found is None:
        raise NoSuchRecord("no account has this name", address=name[:150])
    return found


def tokens(user: User | None = None) -> QuerySet[Token]:
    """Tokens of an account, else of all; those in force first, then the latest."""
    found = Token.objects.select_related("user").order_by(F("revoked").asc(nulls_first=True), "-pk")
    return found if user is None else found.filter(user=user)


def users() -> QuerySet[User]:
    """All accounts, open ones first, by name."""
    return User.objects.order_by("-is_active", "username")


def managers() -> int:
    """How many open accounts keep the others."""
    return User.objects.filter(role=Role.MANAGER, is_active=True).count()


def account_changes() -> QuerySet[AccountChange]:
    """What became of accounts, the newest first."""
    return AccountChange.objects.select_related("account").order_by("-pk")


def wanting_digest(on: datetime.date) -> QuerySet[User]:
    """Open accounts to which the mail of what is due goes on a day: daily ones, on Mondays weekly ones too."""
    wanted = [Digest.DAILY, Digest.WEEKLY] if on.weekday() == 0 else [Digest.DAILY]
    return User.objects.filter(is_active=True, digest__in=wanted).exclude(email="").order_by("username")
