"""On SQLite rows of search lie by their numbers: no index leads to them, and what is near in number is near on the disk.

The tables are made anew, and with the table of tokens its triggers.
"""

from importlib import import_module

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

import pobratim.register.models.row_number

_, *TRIGGERS = import_module("pobratim.register.migrations.0005_search").SQLITE


def make_triggers(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in TRIGGERS if schema_editor.connection.vendor == "sqlite" else ():
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0033_said_nulls_last'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, make_triggers),
        migrations.AlterField(
            model_name='searchname',
            name='id',
            field=pobratim.register.models.row_number.RowNumber(primary_key=True, serialize=False),
        ),
        migrations.AlterField(
            model_name='searchrow',
            name='id',
            field=pobratim.register.models.row_number.RowNumber(primary_key=True, serialize=False),
        ),
        migrations.RunPython(make_triggers, migrations.RunPython.noop),
    ]
