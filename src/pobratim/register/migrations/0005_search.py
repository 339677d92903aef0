"""The index of search: a table of tokens, and over it the full-text index of either database.

Both are kept by the database itself: on SQLite by triggers, on PostgreSQL as a generated column. The index of a register
that was there before is filled when all migrations are done (`pobratim.register.apps`).
"""

from django.apps.registry import Apps as StateApps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

#: Tokens are what stands between spaces: nothing is stemmed or folded here but ASCII capitals.
SQLITE = (
    """
    CREATE VIRTUAL TABLE register_searchindex USING fts5(
        facets, words, content='register_searchrow', content_rowid='id',
        tokenize="ascii tokenchars '=@~_:.-'", detail=none, columnsize=0
    )
    """,
    """
    CREATE TRIGGER register_searchrow_come AFTER INSERT ON register_searchrow BEGIN
        INSERT INTO register_searchindex (rowid, facets, words) VALUES (new.id, new.facets, new.words);
    END
    """,
    """
    CREATE TRIGGER register_searchrow_gone AFTER DELETE ON register_searchrow BEGIN
        INSERT INTO register_searchindex (register_searchindex, rowid, facets, words)
        VALUES ('delete', old.id, old.facets, old.words);
    END
    """,
    """
    CREATE TRIGGER register_searchrow_changed AFTER UPDATE ON register_searchrow BEGIN
        INSERT INTO register_searchindex (register_searchindex, rowid, facets, words)
        VALUES ('delete', old.id, old.facets, old.words);
        INSERT INTO register_searchindex (rowid, facets, words) VALUES (new.id, new.facets, new.words);
    END
    """,
)
SQLITE_BACK = ("DROP TABLE register_searchindex",)
POSTGRESQL = (
    """
    ALTER TABLE register_searchrow ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (
        array_to_tsvector(array_remove(string_to_array(lower(facets) || ' ' || words, ' '), ''))
    ) STORED
    """,
    "CREATE INDEX register_searchrow_lexemes ON register_searchrow USING gin (lexemes)",
)


def make_index(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement, params=None)


def drop_index(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in SQLITE_BACK if schema_editor.connection.vendor == "sqlite" else ():
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0004_scale_claims'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchRow',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=21, unique=True)),
                ('name', models.TextField()),
                ('facets', models.TextField()),
                ('words', models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name='SearchTotal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shelf', models.SmallIntegerField()),
                ('facet', models.CharField(max_length=10)),
                ('value', models.CharField(max_length=60)),
                ('number', models.IntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['shelf', 'facet', '-number'], name='register_se_shelf_6b26ca_idx')],
                'constraints': [models.UniqueConstraint(fields=('shelf', 'facet', 'value'), name='total_once')],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
