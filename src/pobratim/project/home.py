"""The data folder: where the database and the secret key lie."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

HOME_VARIABLE = "POBRATIM_HOME"
KEY_CHARS = 64
_OWNER_ONLY = 0o600


def home() -> Path:
    """The folder that `POBRATIM_HOME` names, else `~/.local/share/pobratim`; not made here."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser().resolve() if named else Path.home() / ".local/share/pobratim"


def secret_key(folder: Path) -> str:
    """The key of this installation; made at the first call, for the owner's eyes only.

    Two first runs at once end with one key: the file appears whole, and only where there was none.
    """
    path = folder / "secret_key"
    with contextlib.suppress(FileNotFoundError):
        return path.read_text(encoding="ascii").strip()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = folder / f".secret_key.{os.getpid()}"
    own.unlink(missing_ok=True)
    with os.fdopen(os.open(own, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY), "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(KEY_CHARS))
    with contextlib.suppress(FileExistsError):
        os.link(own, path)
    own.unlink()
    return path.read_text(encoding="ascii").strip()
