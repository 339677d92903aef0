"""What the environment says: secrets in files instead of variables, and words that cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pobratim.project.database import from_url
from pobratim.project.environment import WrongSetting, flag, number, one_of, time_zone, told, web_address
from tests.commands import alone

HERE = "http://127.0.0.1:8000"


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


def test_what_speaks_to_postgresql_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pobratim.project.database.find_spec", lambda name: None)
    with pytest.raises(ValueError, match=r"psycopg is not installed: pip install 'psycopg\[binary\]'"):
        from_url("postgresql://anna@database/register")
    assert from_url("sqlite:///tmp/x.sqlite3")["NAME"] == "tmp/x.sqlite3"


def test_a_password_beside_the_address() -> None:
    assert from_url("postgresql://anna@database/register", "п@роль")["PASSWORD"] == "п@роль"
    assert from_url("postgresql://anna:own@database/register", "п@роль")["PASSWORD"] == "own"


@pytest.mark.parametrize(("said", "closed"), [("", False), ("public", False), ("closed", True), (" Closed ", True)])
def test_reading_is_as_told(monkeypatch: pytest.MonkeyPatch, said: str, closed: bool) -> None:
    monkeypatch.setenv("X_READING", said)
    assert one_of("X_READING", "public", "closed") == ("closed" if closed else "public")


@pytest.mark.parametrize("said", ["private", "close", "закрыто", "0"])
def test_a_slip_of_the_pen_opens_nothing(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("X_READING", said)
    with pytest.raises(WrongSetting, match=f"X_READING must be public or closed, not {said}"):
        one_of("X_READING", "public", "closed")


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("", HERE),
        ("https://register.example.org/", "https://register.example.org"),
        ("http://10.0.0.1:80/reg", "http://10.0.0.1:80/reg"),
    ],
)
def test_the_address_of_the_register(monkeypatch: pytest.MonkeyPatch, said: str, address: str) -> None:
    monkeypatch.setenv("X_ADDRESS", said)
    assert web_address("X_ADDRESS", HERE) == address


def test_a_proxy_has_a_number(tmp_path: Path) -> None:
    """A name would be no visitor's address: all that the proxy tells would be passed over."""
    done = alone(tmp_path)("serve", "--proxy", "nginx")
    assert done.returncode == 2
    assert b"--proxy needs the number" in done.stderr


def test_flags_numbers_and_time_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (flag("X_FLAG"), number("X_NUMBER", 20), time_zone("X_ZONE", "Europe/Moscow")) == (False, 20, "Europe/Moscow")
    for name, said in (("X_FLAG", "True"), ("X_NUMBER", "50"), ("X_ZONE", "Asia/Bishkek")):
        monkeypatch.setenv(name, said)
    assert (flag("X_FLAG"), number("X_NUMBER", 20), time_zone("X_ZONE", "Europe/Moscow")) == (True, 50, "Asia/Bishkek")


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (flag, "maybe"),
        (lambda n: number(n, 1), "0"),
        (lambda n: number(n, 1), "1 GB"),
        (lambda n: time_zone(n, "UTC"), "Mars"),
        (lambda n: web_address(n, HERE), "register.example.org"),
        (lambda n: web_address(n, HERE), "ftp://register.example.org"),
        (lambda n: web_address(n, HERE), "https://"),
    ],
)
def test_what_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, read: Callable[[str], object], said: str) -> None:
    monkeypatch.setenv("X_SETTING", said)
    with pytest.raises(WrongSetting, match=f"X_SETTING must be .*, not {said}"):
        read("X_SETTING")


def test_a_broken_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "register.sqlite3").write_text("this is no database at all, and long enough to be looked at" * 20)
    command = [sys.executable, "-m", "pobratim", "user", "list"]
    ran = subprocess.run(
        command, env={**os.environ, "LANGUAGE": "en", "POBRATIM_HOME": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert ran.stderr.splitlines() == ["pobratim: the database: file is not a database"]
