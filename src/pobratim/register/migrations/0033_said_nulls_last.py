"""On PostgreSQL what a person said gets an index in the order of the list, as other lists have (0028); the index of 0032, which
serves SQLite, is one too many there.
"""

from django.apps.registry import Apps as StateApps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MAKE = (
    "CREATE INDEX said_latest ON register_statement (speaker_id, last_told DESC NULLS LAST, key)",
    "DROP INDEX IF EXISTS statements_told",
)
DROP = ("CREATE INDEX statements_told ON register_statement (last_told DESC, key)", "DROP INDEX said_latest")


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in MAKE if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement, params=None)


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in DROP if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0032_statements_told"),
    ]

    operations = [migrations.RunPython(make, drop)]
