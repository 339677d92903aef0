"""On PostgreSQL lists «the latest first, undated ones last» get indexes in that very order: there an index from the last to
the first has the undated ones first, and does not serve them. On SQLite the indexes of the models do.
"""

from django.apps.registry import Apps as StateApps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

#: Name → table, columns, condition.
INDEXES = {
    "documents_latest": ("register_document", "signed_first DESC NULLS LAST, key", ""),
    "events_latest": ("register_event", "date_first DESC NULLS LAST, key", ""),
    "statements_latest": ("register_statement", "last_told DESC NULLS LAST, key", ""),
    "pages_latest": ("register_pageversion", "published DESC NULLS LAST, id DESC", "WHERE current"),
    **{
        f"{name}_waiting": (f"register_{name}", "state, last_told DESC NULLS LAST, key", "")
        for name in ("document", "event", "person", "statement")
    },
}


def make(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name, (table, columns, condition) in INDEXES.items():
            schema_editor.execute(f"CREATE INDEX {name} ON {table} ({columns}) {condition}", params=None)


def drop(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for name in INDEXES:
            schema_editor.execute(f"DROP INDEX {name}", params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0027_documents_intended"),
    ]

    operations = [migrations.RunPython(make, drop)]
