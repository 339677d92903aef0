"""Which server sends mails: the one that `POBRATIM_SMTP` names."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .environment import WrongSetting

TIMEOUT_S = 30
_PORTS = {"smtp": 587, "smtps": 465}


def mail_settings(url: str) -> dict[str, Any]:
    """Django's settings of the mail server at an address; none where it is empty: mails are refused then.

    Args:
        url: `smtp://user:password@host:587`, with STARTTLS unless `?tls=0` (a server on this machine);
            `smtps://user:password@host:465`, encrypted from the start.

    Raises:
        WrongSetting: the scheme is another, or there is no host.

    >>> found = mail_settings("smtp://anna:p%40ss@mail.example.org")
    >>> found["EMAIL_HOST_PASSWORD"], found["EMAIL_PORT"], found["EMAIL_USE_TLS"]
    ('p@ss', 587, True)
    """
    if not url:
        return {"EMAIL_HOST": ""}
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise WrongSetting("POBRATIM_SMTP must be smtp://user:password@host:port or smtps://user:password@host:port")
    asked = dict(parse_qsl(parts.query))
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp" and asked.get("tls") != "0",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": TIMEOUT_S,
    }
