"""Tokens of the API and of calendars: issued, revoked, recognised. The secret is given out once and kept nowhere."""

from __future__ import annotations

import hashlib
import secrets
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from pobratim.register.errors import NoSuchRecord, WrongDecision, WrongValue
from pobratim.register.models import Token, User
from pobratim.register.models.token import Purpose
from pobratim.register.permission import Permission, require

from .decision import Author, clean

#: By it a secret that leaked into a file or a log can be found.
PREFIX = "pobratim_"
SECRET_BYTES = 32
NAME_CHARS = 100


class Issued(NamedTuple):
    """A new token and its secret, which nobody can find out later."""

    token: Token
    secret: str


@transaction.atomic
def token_issue(*, user: User, name: str, author: Author, purpose: str = Purpose.WRITE) -> Issued:
    """A new token of an account, by its owner or by a manager.

    Args:
        user: in whose name the token writes.
        name: what it is for, for the list of tokens.
        author: who asks for it.
        purpose: `write`, or `calendar` for the secret address of a calendar.

    Raises:
        WrongValue: the name is empty or too long, or the account is closed.
    """
    _require(user, author)
    if not user.is_active:
        raise WrongValue("the account is closed")
    name = clean(name).strip()
    if not 0 < len(name) <= NAME_CHARS:
        raise WrongValue(f"name: 1 to {NAME_CHARS} characters are needed")
    secret = PREFIX + secrets.token_urlsafe(SECRET_BYTES)
    now = timezone.now()
    token = Token.objects.create(user=user, name=name, purpose=Purpose(purpose), digest=_digest(secret), created=now)
    return Issued(token, secret)


@transaction.atomic
def token_revoke(*, number: int, author: Author) -> Token:
    """The token is good for nothing from now on; that there was one stays in the list.

    Raises:
        NoSuchRecord: there is no token of that number.
        WrongDecision: it was revoked before.
    """
    token = Token.objects.select_related("user").filter(pk=number).first()
    if token is None:
        raise NoSuchRecord("no token has this number", address=str(number))
    _require(token.user, author)
    if token.revoked is not None:
        raise WrongDecision("the token is revoked already", address=str(number))
    token.revoked = timezone.now()
    token.save(update_fields=["revoked"])
    return token


def token_user(secret: str, purpose: str = Purpose.WRITE) -> User | None:
    """Whose token it is; None for one that is unknown, revoked, for another purpose, or of a closed account.

    The day of use is noted. It is looked up by its digest: how long that takes tells nothing about the secret.
    """
    known = Token.objects.select_related("user").filter(digest=_digest(secret), purpose=purpose, revoked=None)
    token = known.filter(user__is_active=True).first()
    if token is None:
        return None
    today = timezone.localdate()
    if token.last_used != today:
        Token.objects.filter(pk=token.pk).update(last_used=today)
    return token.user


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _require(user: User, author: Author) -> None:
    if author.user is None or author.user.pk != user.pk:
        require(author.user, Permission.USERS)
