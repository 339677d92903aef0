"""What is due, opened by the programs that people open it with: calendars khal and calcurse, the mail reader s-nail.

Skipped where a program is not installed (Debian: `apt-get install khal calcurse s-nail`).
"""

from __future__ import annotations

import datetime
import mailbox
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.mail import EmailMultiAlternatives
from django.utils import translation

from pobratim.core.facts import Term
from pobratim.reports.due.calendar import calendar
from pobratim.reports.due.mail import mail
from pobratim.reports.due.told import told
from tests.register.story import agreement, day

ON = datetime.date(2026, 1, 15)
#: The westernmost and the easternmost: a day told in the one must not move in the other.
ZONES = ["Pacific/Honolulu", "Europe/Moscow", "Pacific/Kiritimati"]
KHAL = """
[calendars]
[[due]]
path = {folder}
[locale]
local_timezone = {zone}
default_timezone = {zone}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""


def run(program: str, *arguments: str | Path, zone: str = "UTC", said: str = "", **more: str) -> str:
    """What a program says; the test is skipped where it is not installed."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    environment = {**os.environ, "TZ": zone, "LC_ALL": "C.UTF-8", "TERM": "dumb", **more}
    command = [program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60, env=environment, input=said.encode())
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture
def file(sqlite_register: object, tmp_path: Path) -> Path:
    """The calendar of an agreement that ends on the last day of June."""
    agreement("https://a.example/1", signed="2021-03-01", term=Term(to=day("2026-06-30")), title="соглашение о дружбе").store()
    with translation.override("ru"):
        made = calendar(told(ON, 365), datetime.datetime(2026, 1, 15, 12, tzinfo=datetime.UTC))
    path = tmp_path / "due.ics"
    path.write_bytes(made)
    return path


@pytest.mark.parametrize("zone", ZONES)
def test_khal(file: Path, tmp_path: Path, zone: str) -> None:
    folder, settings = tmp_path / "calendar", tmp_path / "khal.conf"
    folder.mkdir()
    settings.write_text(KHAL.format(folder=folder, zone=zone), encoding="utf-8")
    run("khal", "-c", settings, "import", "--batch", "-a", "due", file, zone=zone)
    shown = run("khal", "-c", settings, "list", "--format", "{start-date}|{end-date}|{title}", "2026-06-01", "60d", zone=zone)
    rows = [line.split("|") for line in shown.splitlines() if "|" in line]
    assert rows == [["2026-06-30", "2026-06-30", "Скоро истекают: Соглашение о дружбе: Чуйская область — Ленинградская область"]]


@pytest.mark.parametrize("zone", ZONES)
def test_calcurse(file: Path, tmp_path: Path, zone: str) -> None:
    said = run("calcurse", "-D", tmp_path / "calcurse", "-i", file, zone=zone)
    assert "0 skipped" in said
    shown = run("calcurse", "-D", tmp_path / "calcurse", "-Q", "--from", "06/01/2026", "--to", "07/31/2026", zone=zone)
    assert "06/30/26" in shown
    assert "Скоро истекают: Соглашение о дружбе" in shown
    assert "07/01/26" not in shown


@pytest.fixture
def letter(file: Path) -> EmailMultiAlternatives:
    """The mail of the same."""
    with translation.override("ru"):
        return mail(told(ON, 365), ON, ["anna@example.org"])


def test_s_nail(letter: EmailMultiAlternatives, tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "inbox")
    box.add(letter.message().as_bytes())
    box.close()
    asked = ("-n", "-R", "-S", "noheader", "-S", "ttycharset=utf-8", "-f", tmp_path / "inbox")
    shown = run("s-nail", *asked, said="type 1\nx\n", HOME=str(tmp_path)).replace("\xa0", " ")
    assert "Что предстоит, 15 января 2026 г.: 2 записи" in shown
    assert "30.06.2026  Соглашение о дружбе" in shown
    assert "/documents/d" in shown
