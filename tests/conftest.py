"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from .registers import corpus_file, demo, postgres, register, sqlite_register, template

__all__ = ["corpus_file", "demo", "postgres", "register", "sqlite_register", "template"]
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The interface speaks English unless a test asks for another language."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANGUAGE", "en")
