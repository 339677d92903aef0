"""Secrets in files instead of variables."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pobratim.project.database import from_url
from pobratim.project.environment import told


def test_a_variable_or_the_file_that_another_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert told("DATABASE_PASSWORD", "none") == "none"
    monkeypatch.setenv("DATABASE_PASSWORD_FILE", str(tmp_path / "password"))
    with pytest.raises(ValueError, match=r"DATABASE_PASSWORD_FILE: .*password cannot be read"):
        told("DATABASE_PASSWORD")
    (tmp_path / "password").write_text("п@роль #1/\n", encoding="utf-8")
    assert told("DATABASE_PASSWORD") == "п@роль #1/"
    monkeypatch.setenv("DATABASE_PASSWORD", "другой")
    with pytest.raises(ValueError, match="both"):
        told("DATABASE_PASSWORD")
    monkeypatch.delenv("DATABASE_PASSWORD_FILE")
    assert told("DATABASE_PASSWORD") == "другой"


def test_a_wrong_setting_is_told_in_one_line(tmp_path: Path) -> None:
    environment = {**os.environ, "DATABASE_URL": "mysql://anna@database/register", "POBRATIM_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "pobratim", "export", "documents", "--format", "csv", "-o", "-"]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.splitlines() == ["DATABASE_URL must be postgresql://user:password@host:port/name or sqlite:///path"]


def test_a_password_beside_the_address() -> None:
    assert from_url("postgresql://anna@database/register", "п@роль")["PASSWORD"] == "п@роль"
    assert from_url("postgresql://anna:own@database/register", "п@роль")["PASSWORD"] == "own"
