"""Which database: SQLite in the data folder, or the PostgreSQL that `DATABASE_URL` names."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from .environment import WrongSetting

WAIT_S = 60
CACHE_KIB = 8 * 1024  # of each connection, and a server has one a thread; who adds asks for more (`log.roomy_cache`)
CHECKPOINT_PAGES = 8000  # 32 MiB of log before it is written back: a checkpoint waits for the disk
#: WAL with `synchronous=NORMAL`: a killed process loses nothing; a power cut may lose the last transactions, whole.
_PRAGMAS = f"""
PRAGMA journal_mode=WAL;
PRAGMA synchronous=NORMAL;
PRAGMA foreign_keys=ON;
PRAGMA temp_store=MEMORY;
PRAGMA cache_size=-{CACHE_KIB};
PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES};
"""


def sqlite(path: Path) -> dict[str, Any]:
    """Django's settings of a SQLite file; a writer takes the lock when it begins, so that none has to start anew."""
    options = {"timeout": WAIT_S, "transaction_mode": "IMMEDIATE", "init_command": _PRAGMAS}
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options}


def from_url(url: str, password: str = "") -> dict[str, Any]:
    """Django's settings of the database at an address.

    Args:
        url: `postgresql://user:password@host:5432/name?sslmode=require`, with the socket's folder as `?host=/run`;
            or `sqlite:///path`.
        password: that which counts where the address has none.

    Raises:
        WrongSetting: the scheme is another, the database has no name, or what speaks to PostgreSQL is not installed.

    >>> from_url("postgres://anna:p%40ss@db:5433/register")["PASSWORD"]
    'p@ss'
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path[1:])))
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgres", "postgresql") or not name:
        raise WrongSetting("DATABASE_URL must be postgresql://user:password@host:port/name or sqlite:///path")
    if find_spec("psycopg") is None:
        raise WrongSetting("DATABASE_URL names PostgreSQL, and psycopg is not installed: pip install 'psycopg[binary]'")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", None) or parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or "") or password,
        "HOST": host,
        "PORT": str(parts.port or options.pop("port", "")),
        "CONN_MAX_AGE": 60,
        "OPTIONS": options,
    }
