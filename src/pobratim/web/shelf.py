"""Files that people uploaded and are still looking at: kept in the data folder between the steps of an import.

Only the browser that brought a file gets it again; what is older than a day goes.
"""

from __future__ import annotations

import re
import secrets
import time
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest

from pobratim.register.errors import BadFile, NoSuchRecord

from .upload import sent_file

DAY_S = 24 * 3600
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,32}")
_SESSION = "uploads"
_MOST = 10  # so many files of one browser at once


class Kept(NamedTuple):
    """An uploaded file: the token of its address, its own name, its bytes."""

    token: str
    name: str
    raw: bytes


def keep(request: HttpRequest) -> str:
    """Keeps the file that the form sent; the token by which it is found again.

    Raises:
        BadFile: none was sent, or it is too large.
    """
    sent = sent_file(request)
    if sent is None:
        raise BadFile("no file was chosen")
    _sweep()
    token = secrets.token_urlsafe(16)
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / token).open("wb") as file:
        for chunk in sent.chunks():
            file.write(chunk)
    known = dict(request.session.get(_SESSION, {}))
    request.session[_SESSION] = dict([*known.items(), (token, (sent.name or "")[:200])][-_MOST:])
    return token


def kept(request: HttpRequest, token: str) -> Kept:
    """The file of a token.

    Raises:
        NoSuchRecord: it is another's, or gone.
    """
    name = request.session.get(_SESSION, {}).get(token)
    if name is None or not _TOKEN.fullmatch(token):
        raise NoSuchRecord("this file is not there any more: upload it again")
    try:
        return Kept(token, name, (_folder() / token).read_bytes())
    except OSError:
        raise NoSuchRecord("this file is not there any more: upload it again") from None


def _folder() -> Path:
    return Path(settings.HOME) / "uploads"


def _sweep() -> None:
    """Deletes what is older than a day."""
    limit = time.time() - DAY_S
    for path in _folder().glob("*"):
        try:
            if path.stat().st_mtime < limit:
                path.unlink()
        except OSError:
            continue
