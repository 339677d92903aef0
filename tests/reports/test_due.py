"""What is due as mail and calendar: read by programs that did not make it, sent through a real mail server."""

from __future__ import annotations

import datetime
import email
import email.policy
import re
import socket
from collections.abc import Iterator
from typing import Any

import pytest
import vobject
from aiosmtpd.controller import Controller
from django.test import Client, override_settings
from django.utils import translation

from pobratim.core.facts import Term
from pobratim.project.mail import mail_settings
from pobratim.register.errors import RegisterError
from pobratim.register.models import Token
from pobratim.register.services import Author, token_issue, token_revoke, user_add
from pobratim.reports.due.calendar import calendar
from pobratim.reports.due.mail import mail
from pobratim.reports.due.send import send
from pobratim.reports.due.told import told
from tests.register.story import agreement, day

pytestmark = pytest.mark.usefixtures("sqlite_register")
ON = datetime.date(2026, 1, 15)
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def ending() -> None:
    """An agreement that ends on the last day of June, and a promise that nothing followed."""
    agreement("https://a.example/1", signed="2021-03-01", term=Term(to=day("2026-06-30"))).store()
    agreement("https://a.example/2", "2024-01-01", kind="memorandum", status="planned").store()


@pytest.fixture
def server() -> Iterator[Any]:
    """A real mail server on this machine; what it took stands in `handler.taken`."""

    class Handler:
        taken: list[Any] = []

        async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
            self.taken.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content, policy=email.policy.default)))
            return "250 OK"

    Handler.taken = []
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    found = Controller(Handler(), hostname="127.0.0.1", port=port)
    found.start()
    yield found
    found.stop()


def test_the_calendar_keeps_days_whatever_the_time_zone(ending: None) -> None:
    with translation.override("ru"):
        entries = told(ON, 365)
    made = calendar(entries, datetime.datetime(2026, 1, 15, 23, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=9))))
    found = vobject.readOne(made.decode())
    events = {one.uid.value.split("-")[0]: one for one in found.vevent_list}
    assert events["expiring"].dtstart.value == datetime.date(2026, 6, 30)
    assert events["expiring"].dtend.value == datetime.date(2026, 7, 1)
    assert events["expiring"].dtstamp.value == datetime.datetime(2026, 1, 15, 14, 30, tzinfo=datetime.UTC)
    assert "Чуйская область" in events["expiring"].summary.value
    assert all(len(line.encode()) <= 75 for line in made.decode().splitlines())
    assert made == calendar(entries, datetime.datetime(2026, 1, 15, 14, 30, tzinfo=datetime.UTC)), "the same ids each time"


def test_the_mail_arrives(ending: None, server: Any) -> None:
    there = mail_settings(f"smtp://127.0.0.1:{server.port}?tls=0")
    with translation.override("ru"), override_settings(**there, EMAIL_BACKEND=SMTP):
        send(mail(told(ON, 365), ON, ["anna@example.org"]))
    ((to, message),) = server.handler.taken
    assert to == ["anna@example.org"]
    assert "Что предстоит" in message["subject"]
    plain, html = message.get_body(("plain",)).get_content(), message.get_body(("html",)).get_content()
    for words in ("Чуйская область", "30 июня 2026", "/documents/d"):
        assert words in plain
        assert words in html


def test_a_page_that_came_as_a_file_is_shown_by_the_register() -> None:
    agreement("/srv/secret/page.html", signed="2021-03-01", term=Term(to=day("2026-06-30"))).store()
    (one,) = told(ON, 365, sections=("expiring",))
    assert re.fullmatch(r"http://[^/]+/pages/\d+/", one.source)


@pytest.mark.parametrize("url", ["", "smtp://anna:s3cr3t-word@127.0.0.1:9?tls=0"])
def test_a_mail_that_cannot_go_says_so_without_secrets(ending: None, url: str) -> None:
    with override_settings(**mail_settings(url), EMAIL_BACKEND=SMTP), pytest.raises(RegisterError) as caught:
        send(mail(told(ON, 365), ON, ["anna@example.org"]))
    assert "s3cr3t" not in str(caught.value)


@pytest.mark.parametrize("url", ["http://mail.example.org", "smtp://", "mail.example.org"])
def test_what_names_no_mail_server(url: str) -> None:
    with pytest.raises(ValueError, match="POBRATIM_SMTP"):
        mail_settings(url)


def test_the_secret_address_of_a_calendar(ending: None, caplog: pytest.LogCaptureFixture) -> None:
    user = user_add(name="anna", password="сорок-два-побратима", role="viewer", author=Author("root"))
    writes = token_issue(user=user, name="crawler", author=Author("root")).secret
    secret = token_issue(user=user, name="calendar", author=Author("root"), purpose="calendar").secret
    visitor = Client(SERVER_NAME="localhost")
    with override_settings(PUBLIC_READING=False):
        assert vobject.readOne(visitor.get(f"/calendar/{secret}.ics").content.decode()).vevent_list
        assert visitor.get(f"/calendar/{writes}.ics").status_code == 404, "a token for writing opens no calendar"
        assert visitor.get("/api/v1/documents", headers={"authorization": f"Bearer {secret}"}).status_code == 401
        token_revoke(number=Token.objects.get(purpose="calendar").pk, author=Author("root"))
        assert visitor.get(f"/calendar/{secret}.ics").status_code == 404
    assert secret not in caplog.text
    assert writes not in caplog.text


def test_a_document_with_a_title_is_named_with_its_parties() -> None:
    ending = {"signed": "2021-03-01", "term": Term(to=day("2026-06-30"))}
    titles = ("соглашение о сотрудничестве", "соглашение между Чуйской областью и Ленинградской областью")
    for number, title in enumerate(titles):
        agreement(f"https://a.example/{number}", title=title, kind=("agreement", "memorandum")[number], **ending).store()
    with translation.override("ru"):
        found = sorted(one.what for one in told(ON, 365, sections=("expiring",)))
    assert found == [
        "Соглашение между Чуйской областью и Ленинградской областью",
        "Соглашение о сотрудничестве: Чуйская область — Ленинградская область",
    ]
