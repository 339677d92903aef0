"""Sends mails through the server that the settings name, and says clearly when that cannot be done."""

from __future__ import annotations

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage

from pobratim.register.errors import RegisterError


def send(message: EmailMessage) -> None:
    """Sends a mail.

    Raises:
        RegisterError: no server is named, it does not answer, or it does not take the mail. Its reason never holds a
            password.
    """
    if not settings.EMAIL_HOST:
        raise RegisterError("no mail server is named: set POBRATIM_SMTP")
    where = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        message.send()
    except smtplib.SMTPAuthenticationError:
        raise RegisterError("the mail server does not know this user and password", address=where) from None
    except (smtplib.SMTPException, OSError) as error:
        raise RegisterError("the mail server did not take the mail", address=f"{where} ({type(error).__name__})") from None
