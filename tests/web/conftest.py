"""Pages are asked for through Django's test client, on a register of the corpus or an empty one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.test.utils import override_settings, setup_test_environment, teardown_test_environment

from pobratim.register.models import User
from pobratim.register.models.user import Role


@pytest.fixture(scope="session", autouse=True)
def _environment() -> Iterator[None]:
    """Templates tell what they were given; mails stay in memory."""
    setup_test_environment()
    yield
    teardown_test_environment()


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
