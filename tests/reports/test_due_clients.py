"""What is due, opened by the programs that people open it with, and what the standards ask for those that we cannot run.

Calendars khal and calcurse, the mail reader s-nail: skipped where they are not installed (Debian: `apt-get install khal
calcurse s-nail`). Thunderbird reads calendars by ical.js (`npm install ical.js`): `POBRATIM_ICAL_JS` names its folder.
"""

from __future__ import annotations

import datetime
import mailbox
import os
import shutil
import subprocess
from email import message_from_bytes
from email.policy import default
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


def test_the_library_of_thunderbird(file: Path) -> None:
    folder = os.environ.get("POBRATIM_ICAL_JS", "")
    if not folder:
        pytest.skip("POBRATIM_ICAL_JS names no folder with ical.js")
    script = """
const ICAL = (await import(process.argv[1] + "/dist/ical.js")).default;
const calendar = new ICAL.Component(ICAL.parse((await import("fs")).readFileSync(process.argv[2], "utf8")));
for (const one of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(one);
  console.log([event.startDate, event.startDate.isDate, event.endDate, event.summary].join("|"));
}"""
    rows = run("node", "--input-type=module", "-e", script, folder, file, zone="Pacific/Kiritimati").splitlines()
    assert "2026-06-30|true|2026-07-01|Скоро истекают: Соглашение о дружбе: Чуйская область — Ленинградская область" in rows


def test_the_calendar_has_what_outlook_and_google_ask_for(file: Path) -> None:
    """RFC 5545 and Microsoft's MS-OXCICAL: lines, the fields that must be there, whole days, an id that stays."""
    raw = file.read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    head, *events = raw.replace(b"\r\n ", b"").decode().split("BEGIN:VEVENT\r\n")
    for field in ("PRODID:", "VERSION:2.0", "METHOD:PUBLISH", "X-PUBLISHED-TTL:PT6H", "REFRESH-INTERVAL;VALUE=DURATION:PT6H"):
        assert head.count(f"\r\n{field}") == 1
    assert events
    for event in events:
        names = [line.split(":")[0] for line in event.split("END:VEVENT")[0].splitlines()]
        assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "TRANSP"} <= set(names)
        assert "DTSTAMP:20260115T120000Z" in event
    assert b"TZID" not in raw  # whole days: no zone is needed, and no VTIMEZONE is missing


def test_the_mail_has_what_servers_and_outlook_ask_for(letter: EmailMultiAlternatives) -> None:
    """RFC 5322, 2046, 2369, 3834: to whom it goes, plain text before HTML, UTF-8, how to turn it off, no line too long."""
    raw = letter.message().as_bytes()
    made = message_from_bytes(raw, policy=default)
    assert made["To"] == "anna@example.org"
    assert made["Auto-Submitted"] == "auto-generated"
    assert made["List-Unsubscribe"].endswith("/account/>")
    assert made["Message-ID"]
    assert made["Date"]
    assert made.get_content_type() == "multipart/alternative"
    parts = list(made.iter_parts())
    assert [(one.get_content_type(), one.get_content_charset()) for one in parts] == [
        ("text/plain", "utf-8"),
        ("text/html", "utf-8"),
    ]
    assert '<meta charset="utf-8">' in parts[1].get_content()
    assert all(len(line) <= 998 for line in raw.split(b"\n"))
    several = mail([], ON, ["anna@example.org", "boris@example.org"]).message()
    assert several["To"] == "undisclosed-recipients:;"
    assert b"boris" not in several.as_bytes()


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
    assert "30 июня 2026 г.  Соглашение о дружбе" in shown
    assert "/documents/d" in shown
