"""Where a record and a page are found, as papers, mails and calendars name it."""

from __future__ import annotations

from pathlib import PurePath

from django.conf import settings
from django.utils.translation import gettext

from pobratim.register.selectors.proof import Proof

#: How addresses of the web begin.
WEB = ("http://", "https://")
_PATHS = {"a": "partners", "p": "people", "d": "documents", "e": "events", "s": "statements", "m": "measures"}


def record_address(key: str) -> str:
    """The whole address of a record's page, under the one that the settings name."""
    return f"{settings.PUBLIC_ADDRESS}/{_PATHS[key[0]]}/{key}/"


def page_place(proof: Proof) -> tuple[str, str]:
    """Where a page came out, in words, and the address at which anybody finds it.

    A page that came as a file is told by the file's name, and shown by the register: where it lay on the machine that read
    it says nothing to a reader.
    """
    if proof.address.lower().startswith(WEB):
        return proof.site, proof.address
    path = PurePath(proof.address.replace("\\", "/"))
    told = gettext("file {name}").format(name=path.name) if len(path.parts) > 1 else ""
    site = (told or proof.site) if proof.site in (gettext("a file"), "") else ", ".join(filter(None, (proof.site, told)))
    return site, f"{settings.PUBLIC_ADDRESS}/pages/{proof.version}/"
