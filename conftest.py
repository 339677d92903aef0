"""The register's modules need Django's settings: tests get a data folder of their own, made before anything is imported."""

from __future__ import annotations

import importlib
import os
import tempfile

import pytest

_HOME = tempfile.TemporaryDirectory(prefix="pobratim-tests-")
os.environ["POBRATIM_HOME"] = _HOME.name  # never the user's own register
os.environ.pop("DATABASE_URL", None)

importlib.import_module("pobratim.project.ready").django_ready()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Drops the folder."""
    _HOME.cleanup()
