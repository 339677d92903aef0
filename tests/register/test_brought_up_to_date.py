"""A register of an older version is brought up to date by the first command; where that takes long, it is told what is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import call_command

from pobratim.project import steps
from pobratim.project.ready import register_ready
from pobratim.words.speech import use_language


@pytest.fixture
def older(sqlite_register: Path) -> None:
    call_command("migrate", "register", "0031", verbosity=0)


def test_what_takes_long_is_told(older: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(steps, "Timer", AtOnce)
    monkeypatch.setenv("LANGUAGE", "ru")
    use_language()
    register_ready()
    out, err = capsys.readouterr()
    told = err.splitlines()
    assert told[0] == "Реестр приводится к новой версии; большой займёт несколько минут."
    assert "  таблицы: register.0032_statements_told" in told
    assert told[-1] == "  заполнение: планы"
    assert len(told) == len(set(told))
    assert not out


def test_what_takes_no_time_is_not(older: None, capsys: pytest.CaptureFixture[str]) -> None:
    with steps.Steps() as told:
        told.write("  Applying register.0032_statements_told...")
        told.write(" OK\n")
    assert capsys.readouterr() == ("", "")


def test_a_new_register_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(steps, "Timer", AtOnce)
    with steps.Steps(new=True) as told:
        told.write("  Applying register.0001_initial... OK\n")
    assert capsys.readouterr().err.count("\n") == 1


class AtOnce(steps.Timer):
    """A timer whose time is over when it begins."""

    def start(self) -> None:
        self.function()
