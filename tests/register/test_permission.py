"""Viewers read, editors propose and review, managers merge and split; services refuse the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import override_settings

from pobratim.register.dump import dump
from pobratim.register.errors import NotAllowed
from pobratim.register.models import Document, User
from pobratim.register.models.user import Role
from pobratim.register.permission import Permission, may
from pobratim.register.selectors.record import parts_of
from pobratim.register.services import (
    Author,
    decision_undo,
    field_accept,
    field_edit,
    field_reject,
    record_accept,
    record_enter,
    record_reject,
    record_split,
    records_merge,
)

from .story import agreement

REVIEWS = {"record_accept", "record_reject", "field_accept", "field_reject", "field_edit", "record_enter", "undo_review"}
MANAGES = {"records_merge", "record_split", "undo_merge"}


def user(role: Role, **more: Any) -> User:
    return User.objects.create(username=f"{role}", role=role, **more)


@pytest.fixture
def calls(sqlite_register: object) -> dict[str, Callable[[Author], object]]:
    """Everything that services decide, on a register in which each of it makes sense."""
    agreement("a", signed="2019-04-24").store()
    agreement("b", signed="2024-04-24").store()
    agreement("c", signed="2024-04").store()
    one, two = Document.objects.order_by("signed").values_list("key", flat=True)
    part = parts_of(two)[0].node
    ours = Author("командная строка")
    towns = [record_enter(kind="a", fields={"name": name, "kind": "city"}, author=ours) for name in ("Псков", "Плесков")]
    review, merge = record_accept(key=one, author=ours), records_merge(keys=towns, author=ours)
    return {
        "record_accept": lambda author: record_accept(key=one, author=author),
        "record_reject": lambda author: record_reject(key=one, author=author),
        "field_accept": lambda author: field_accept(key=two, field="kind", value="agreement", author=author),
        "field_reject": lambda author: field_reject(key=two, field="kind", value="agreement", author=author),
        "field_edit": lambda author: field_edit(key=two, field="title", value="О дружбе", author=author),
        "record_enter": lambda author: record_enter(kind="a", fields={"name": "Зеро", "kind": "city"}, author=author),
        "undo_review": lambda author: decision_undo(number=review.pk, author=author),
        "record_split": lambda author: record_split(key=two, nodes=[part], author=author),
        "undo_merge": lambda author: decision_undo(number=merge.pk, author=author),
        "records_merge": lambda author: records_merge(keys=[one, two], author=author),
    }


@pytest.mark.parametrize(
    ("role", "allowed"),
    [(Role.VIEWER, set[str]()), (Role.EDITOR, REVIEWS), (Role.MANAGER, REVIEWS | MANAGES)],
)
def test_services_ask_for_the_role(calls: dict[str, Callable[[Author], object]], role: Role, allowed: set[str]) -> None:
    author = Author("анна", user(role))
    for name, call in calls.items():
        before = list(dump())
        if name in allowed:
            call(author)
        else:
            with pytest.raises(NotAllowed):
                call(author)
            assert list(dump()) == before
    assert set(calls) == REVIEWS | MANAGES


@pytest.mark.usefixtures("sqlite_register")
def test_an_account_that_is_closed_may_nothing() -> None:
    assert not may(user(Role.MANAGER, is_active=False), Permission.EDIT)


@pytest.mark.usefixtures("sqlite_register")
def test_a_superuser_may_everything() -> None:
    assert all(may(user(Role.VIEWER, is_superuser=True), one) for one in [Permission.USERS])


@pytest.mark.parametrize("public", [True, False])
def test_reading(public: bool) -> None:
    with override_settings(PUBLIC_READING=public):
        assert may(AnonymousUser(), Permission.READ) is public
        assert may(User(role=Role.VIEWER), Permission.READ)
        assert not may(AnonymousUser(), Permission.ADD)
        assert not may(User(role=Role.VIEWER), Permission.ADD)
        assert may(User(role=Role.EDITOR), Permission.ADD)
