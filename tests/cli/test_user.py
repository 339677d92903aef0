"""Accounts from the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(home: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    full = {**os.environ, "POBRATIM_HOME": str(home), "LANGUAGE": "en"}
    command = [sys.executable, "-m", "pobratim", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, timeout=120, env=full)


def test_the_first_manager_and_another(tmp_path: Path) -> None:
    made = run(tmp_path, "user", "add", "анна", "--role", "manager", stdin="сорок-два-побратима\n")
    assert made.returncode == 0, made.stderr
    assert made.stderr == "анна may enter now, as manager\n"
    easy = run(tmp_path, "user", "add", "борис", stdin="12345678\n")
    assert easy.returncode == 1
    assert easy.stderr.startswith("pobratim: борис: This password is too common.")
    last = run(tmp_path, "user", "close", "анна")
    assert last.returncode == 1
    assert "the last manager stays" in last.stderr
    assert run(tmp_path, "user", "list").stdout == "анна\tmanager\topen\tnever entered\n"
