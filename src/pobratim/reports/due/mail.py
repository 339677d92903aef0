"""What is due as a mail: plain text and HTML that say the same, every entry with its address and the sentence."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from html import escape
from itertools import groupby

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, ngettext

from pobratim.register.selectors.day_words import partial_date

from .told import Told


def mail(entries: list[Told], on: datetime.date, to: Iterable[str]) -> EmailMultiAlternatives:
    """The mail, not sent yet.

    Args:
        entries: what is due.
        on: the day it is seen from.
        to: addresses; several do not see each other (blind copies).
    """
    number = ngettext("{number} entry", "{number} entries", len(entries)).format(number=len(entries))
    subject = gettext("What is due on {day}: {number}").format(day=date_format(on, "DATE_FORMAT"), number=number)
    addresses = list(to)
    alone = len(addresses) == 1
    message = EmailMultiAlternatives(
        subject,
        text(entries),
        settings.DEFAULT_FROM_EMAIL,
        to=addresses if alone else [],
        bcc=[] if alone else addresses,
        headers=_headers(alone=alone),
    )
    message.attach_alternative(_html(entries), "text/html")
    return message


def _headers(*, alone: bool) -> dict[str, str]:
    """That a program wrote it (nobody's absence answers it), and where its reader turns it off."""
    told = {"Auto-Submitted": "auto-generated", "List-Unsubscribe": f"<{settings.PUBLIC_ADDRESS}/account/>"}
    return told | ({} if alone else {"To": "undisclosed-recipients:;"})


def text(entries: list[Told]) -> str:
    """The entries as plain text, section by section."""
    parts = []
    for heading, some in groupby(entries, key=lambda one: one.heading):
        parts.append(heading.upper())
        parts += [_entry(one) for one in some]
    return "\n\n".join([*parts, settings.PUBLIC_ADDRESS + "/due/"]) + "\n"


def _entry(one: Told) -> str:
    lines = [f"{_day(one)}  {one.what}", f"    {one.address}"]
    if one.quote:
        lines.insert(1, f"    «{one.quote}» ({one.source})")
    return "\n".join(lines)


def _day(one: Told) -> str:
    return partial_date(one.when) if one.when else gettext("no day is told")


def _html(entries: list[Told]) -> str:
    parts = []
    for heading, some in groupby(entries, key=lambda one: one.heading):
        rows = "".join(
            f'<li><b>{escape(_day(one))}</b> <a href="{escape(one.address)}">{escape(one.what)}</a>{_quote(one)}</li>'
            for one in some
        )
        parts.append(f"<h2>{escape(heading)}</h2><ul>{rows}</ul>")
    home = escape(settings.PUBLIC_ADDRESS)
    head = f'<!doctype html><html lang="{get_language() or "ru"}"><head><meta charset="utf-8"></head>'
    return f'{head}<body>{"".join(parts)}<p><a href="{home}/due/">{home}</a></p></body></html>'


def _quote(one: Told) -> str:
    return f"<br><q>{escape(one.quote)}</q> <small>{escape(one.source)}</small>" if one.quote else ""
