"""Pages are asked for through Django's test client, on a register of the corpus or an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import override_settings, setup_test_environment, teardown_test_environment

from pobratim.project.database import sqlite
from pobratim.register.check import facts_of
from pobratim.register.models import User
from pobratim.register.models.user import Role
from pobratim.register.services import Incoming, page_store, settle
from tests.register.conftest import postgres, register, sqlite_register, template, use_database

__all__ = ["postgres", "register", "sqlite_register", "template"]


@pytest.fixture(scope="session", autouse=True)
def _environment() -> Iterator[None]:
    """Templates tell what they were given; mails stay in memory."""
    setup_test_environment()
    yield
    teardown_test_environment()


@pytest.fixture(scope="session")
def corpus_file(template: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite register of all pages of the corpus; not to be written to."""
    path = tmp_path_factory.mktemp("corpus") / "register.sqlite3"
    path.write_bytes(template.read_bytes())
    use_database(sqlite(path))
    for file in sorted((root / "corpus/gold").glob("*.json")):
        facts = facts_of(file.read_bytes())
        page_store(Incoming(facts, facts.page.url or file.name))
    settle()
    connections["default"].close()
    return path


@pytest.fixture
def demo(corpus_file: Path, tmp_path: Path) -> Iterator[None]:
    """A register of the corpus that the test may write to."""
    path = tmp_path / "register.sqlite3"
    path.write_bytes(corpus_file.read_bytes())
    use_database(sqlite(path))
    yield
    connections["default"].close()


@pytest.fixture
def client() -> Client:
    """A visitor without an account, whose browser asks for English."""
    return Client(headers={"accept-language": "en"})


def signed_in(role: Role) -> Client:
    """The browser of a person of that role."""
    user = User.objects.create_user(username=f"anna-{role}", password=None, role=role)
    found = Client(headers={"accept-language": "en"})
    found.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return found


@pytest.fixture
def editor(demo: None) -> Client:
    """An editor before the register of the corpus."""
    return signed_in(Role.EDITOR)


@pytest.fixture
def manager(demo: None) -> Client:
    """A manager before the register of the corpus."""
    return signed_in(Role.MANAGER)


@pytest.fixture
def settings_closed() -> Iterator[None]:
    """Only people with an account may read."""
    with override_settings(PUBLIC_READING=False):
        yield
