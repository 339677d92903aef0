"""Tokens: the secret is shown once and kept nowhere; revoked, or of a closed account, it is good for nothing."""

from __future__ import annotations

import pytest
from django.utils import timezone

from pobratim.register.backup import kept_models
from pobratim.register.errors import NoSuchRecord, NotAllowed, WrongDecision, WrongValue
from pobratim.register.models import Token, User
from pobratim.register.models.user import Role
from pobratim.register.selectors.account import tokens, user_named
from pobratim.register.services import Author, token_issue, token_revoke, token_user

pytestmark = pytest.mark.usefixtures("register")


@pytest.fixture
def anna() -> User:
    return User.objects.create(username="анна", role=Role.EDITOR)


def test_a_token_is_known_by_its_secret_until_it_is_revoked(anna: User, author: Author) -> None:
    issued = token_issue(user=anna, name="обходчик", author=author)
    assert token_user(issued.secret) == anna
    assert token_user(issued.secret + "x") is None
    assert Token.objects.get().last_used == timezone.localdate()
    token_revoke(number=issued.token.pk, author=author)
    assert token_user(issued.secret) is None
    with pytest.raises(WrongDecision):
        token_revoke(number=issued.token.pk, author=author)
    with pytest.raises(NoSuchRecord):
        token_revoke(number=99, author=author)


@pytest.mark.parametrize("secret", ["", " ", "\0", "\ud800", "ы" * 10_000])
def test_nonsense_is_no_secret(secret: str) -> None:
    assert token_user(secret) is None


def test_the_secret_is_kept_nowhere(anna: User, author: Author) -> None:
    issued = token_issue(user=anna, name="обходчик", author=author)
    columns = [field.attname for field in Token._meta.concrete_fields]
    assert Token in kept_models()
    assert not [value for row in Token.objects.values_list(*columns) for value in row if issued.secret in str(value)]
    assert token_issue(user=anna, name="обходчик", author=author).secret != issued.secret


def test_a_closed_account_has_no_tokens(anna: User, author: Author) -> None:
    issued = token_issue(user=anna, name="обходчик", author=author)
    anna.is_active = False
    anna.save()
    assert token_user(issued.secret) is None
    with pytest.raises(WrongValue):
        token_issue(user=anna, name="обходчик", author=author)


def test_own_tokens_and_those_of_others(anna: User) -> None:
    boris = User.objects.create(username="борис", role=Role.MANAGER)
    own = token_issue(user=anna, name="свой", author=Author("анна", anna))
    his = token_issue(user=boris, name="чужой", author=Author("борис", boris))
    with pytest.raises(NotAllowed):
        token_issue(user=boris, name="подлог", author=Author("анна", anna))
    with pytest.raises(NotAllowed):
        token_revoke(number=his.token.pk, author=Author("анна", anna))
    token_revoke(number=own.token.pk, author=Author("борис", boris))
    assert [one.name for one in tokens()] == ["чужой", "свой"]
    assert [one.name for one in tokens(anna)] == ["свой"]


@pytest.mark.parametrize("name", ["", "  ", "я" * 101])
def test_a_token_has_a_name(anna: User, author: Author, name: str) -> None:
    with pytest.raises(WrongValue):
        token_issue(user=anna, name=name, author=author)


def test_no_account_of_that_name() -> None:
    with pytest.raises(NoSuchRecord):
        user_named("никто")
