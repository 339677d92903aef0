"""The register's modules need Django's settings: tests get a data folder of their own, made before anything is imported.

Invariants are tried on the same cases each time, so that a change is judged by what it changed. To search for new ones:
`python -m pytest --hypothesis-profile default`; what is found then becomes an `@example` of its test.
"""

from __future__ import annotations

import importlib
import os
import tempfile

import hypothesis
import pytest

_HOME = tempfile.TemporaryDirectory(prefix="pobratim-tests-")
os.environ["POBRATIM_HOME"] = _HOME.name  # never the user's own register
os.environ.pop("DATABASE_URL", None)

hypothesis.settings.register_profile("same", derandomize=True)
hypothesis.settings.load_profile("same")

importlib.import_module("pobratim.project.ready").django_ready()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Drops the folder."""
    _HOME.cleanup()
