"""The language of the interface: Russian or English, by `--lang` or the environment (gettext's own rules)."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

DOMAIN = "django"  # the name under which Django looks for it too
LOCALE = Path(__file__).resolve().parent.parent / "locale"
LANGUAGES = ("en", "ru")


def use_language(language: str | None = None) -> None:
    """Points gettext, and with it click's own words, at our messages.

    Args:
        language: `en` or `ru`; None leaves the choice to LANGUAGE, LC_ALL, LC_MESSAGES and LANG.
    """
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)
    if language is not None:
        os.environ["LANGUAGE"] = language


def language() -> str:
    """The language that is in force, `ru` or `en`."""
    found = gettext.find(DOMAIN, LOCALE)
    return Path(found).parts[-3] if found else "en"


def mark(message: str) -> str:
    """The message itself: marks it for the catalogue; it is translated where it is shown."""
    return message


def mark_n(one: str, many: str) -> tuple[str, str]:
    """Both forms of a counted message, marked likewise."""
    return one, many


def tr(message: str | None) -> str:
    """The message in the interface's language; none, or an empty one, is empty."""
    return gettext.gettext(message) if message else ""


def tr_n(one: str, many: str, number: int, **more: object) -> str:
    """The form of a counted message that the number asks for, with `{number}` and whatever else it names filled in."""
    return gettext.ngettext(one, many, number).format(number=number, **more)
