"""Makes the register ready to use: settings, data folder, tables. The door through which commands come in."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = "pobratim.project.settings"


def django_ready() -> None:
    """Loads the settings and the models; a second call does nothing. A setting that cannot be ends the program, in one line."""
    import django
    from django.apps import apps

    from .environment import WrongSetting

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    if not apps.ready:
        try:
            django.setup()
        except WrongSetting as error:
            raise SystemExit(str(error)) from None


def register_ready() -> None:
    """The models are loaded and the database has all tables, made or brought up to date here.

    Where that takes longer than `steps.PATIENCE_S`, stderr tells what is being done. Several first runs at once wait for each
    other. What a killed process began is ended by the next: beside the lock a file stays until the tables and what follows from
    them are whole.
    """
    django_ready()
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from .steps import Steps

    Path(settings.HOME).mkdir(mode=0o700, parents=True, exist_ok=True)
    begun = Path(settings.HOME) / ".migration-begun"
    with _alone(Path(settings.HOME) / ".migrating"):
        executor = MigrationExecutor(connection)
        if begun.exists() or executor.migration_plan(executor.loader.graph.leaf_nodes()):
            begun.touch()
            with Steps(new=not executor.loader.applied_migrations) as steps:
                call_command("migrate", verbosity=1, interactive=False, no_color=True, stdout=steps)
            begun.unlink()


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Holds a lock of the machine; the system lets go of it if the process is killed."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
