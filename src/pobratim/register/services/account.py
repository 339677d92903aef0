"""Accounts: made, given a role, closed and opened, given a password. Each change says who made it."""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.errors import WrongDecision, WrongValue
from pobratim.register.models import AccountChange, User
from pobratim.register.models.account_change import AccountAction
from pobratim.register.models.user import Digest, Role
from pobratim.register.permission import Permission, require

from .decision import Author, clean


@transaction.atomic
def user_add(*, name: str, password: str, role: str, author: Author) -> User:
    """A new account.

    Raises:
        WrongValue: the name is taken or no name, the password is too easy to guess, there is no such role.
        NotAllowed: the author keeps no accounts.
    """
    require(author.user, Permission.USERS)
    user = User(username=name.strip(), role=_role(role))
    user.set_password(_checked(password, user))
    try:
        user.full_clean()
    except ValidationError as error:
        raise WrongValue(" ".join(error.messages), address=name[:150]) from None
    user.save()
    _note(user, AccountAction.ADD, author, user.role)
    return user


@transaction.atomic
def user_role(*, user: User, role: str, author: Author) -> User:
    """The account gets another role.

    Raises:
        WrongDecision: it is the last manager.
    """
    require(author.user, Permission.USERS)
    sql.lock()
    before, user.role = user.role, _role(role)
    if user.role == before:
        return user
    _keep_a_manager(user, leaves=before == Role.MANAGER)
    user.save(update_fields=["role"])
    _note(user, AccountAction.ROLE, author, user.role)
    return user


@transaction.atomic
def user_open(*, user: User, is_open: bool, author: Author) -> User:
    """Closes an account, so that nobody enters by it any more, or opens it again; what it did stays in the history.

    Raises:
        WrongDecision: it is the last manager.
    """
    require(author.user, Permission.USERS)
    sql.lock()
    if user.is_active == is_open:
        return user
    _keep_a_manager(user, leaves=not is_open and user.role == Role.MANAGER)
    user.is_active = is_open
    user.save(update_fields=["is_active"])
    _note(user, AccountAction.OPEN if is_open else AccountAction.CLOSE, author)
    return user


@transaction.atomic
def user_password(*, user: User, password: str, author: Author) -> User:
    """The account gets another password; all its sessions end.

    Raises:
        WrongValue: the password is too easy to guess.
        NotAllowed: it is another's account, and the author keeps no accounts.
    """
    if author.user is None or author.user.pk != user.pk:
        require(author.user, Permission.USERS)
    user.set_password(_checked(password, user))
    user.save(update_fields=["password"])
    _note(user, AccountAction.PASSWORD, author)
    return user


@transaction.atomic
def user_mail(*, user: User, email: str, digest: str, author: Author) -> User:
    """Where and how often the mail of what is due goes to a person.

    Raises:
        WrongValue: no address of mail, or none though mails are wanted; no such choice.
        NotAllowed: it is another's account, and the author keeps no accounts.
    """
    if author.user is None or author.user.pk != user.pk:
        require(author.user, Permission.USERS)
    if digest not in Digest.values:
        raise WrongValue("no such choice", address=digest[:20])
    if email or digest != Digest.NEVER:
        try:
            validate_email(email)
        except ValidationError:
            raise WrongValue("not an address of mail", address=email[:100]) from None
    user.email, user.digest = email, digest
    user.save(update_fields=["email", "digest"])
    return user


def _role(role: str) -> str:
    if role not in Role.values:
        raise WrongValue("no such role", address=role[:20])
    return role


def _checked(password: str, user: User) -> str:
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise WrongValue(" ".join(error.messages), address=user.username[:150]) from None
    return password


def _keep_a_manager(user: User, *, leaves: bool) -> None:
    others = User.objects.filter(role=Role.MANAGER, is_active=True).exclude(pk=user.pk)
    if leaves and not others.exists():
        raise WrongDecision("the last manager stays: make another one first", address=user.username)


def _note(user: User, action: AccountAction, author: Author, value: str = "") -> None:
    AccountChange.objects.create(account=user, action=action, value=value, author_name=clean(author.name), made_at=timezone.now())
