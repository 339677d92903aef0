"""On PostgreSQL the index of search gets a table of its own: every row that matches is fetched to be counted, so rows are to
be narrow. Triggers keep it beside the rows of tokens, as they do on SQLite.
"""

from django.apps.registry import Apps as StateApps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LEXEMES = "array_to_tsvector(array_remove(string_to_array(lower({0}facets) || ' ' || {0}words, ' '), ''))"
APART = (
    "ALTER TABLE register_searchrow DROP COLUMN lexemes",
    "CREATE TABLE register_searchindex (id bigint PRIMARY KEY, lexemes tsvector NOT NULL)",
    f"INSERT INTO register_searchindex SELECT id, {LEXEMES.format('')} FROM register_searchrow ORDER BY id",
    "CREATE INDEX register_searchindex_lexemes ON register_searchindex USING gin (lexemes)",
    f"""
    CREATE FUNCTION register_searchrow_told() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'TRUNCATE' THEN
            TRUNCATE register_searchindex;
            RETURN NULL;
        END IF;
        IF TG_OP <> 'INSERT' THEN
            DELETE FROM register_searchindex WHERE id = OLD.id;
        END IF;
        IF TG_OP <> 'DELETE' THEN
            INSERT INTO register_searchindex VALUES (NEW.id, {LEXEMES.format("NEW.")});
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER register_searchrow_told AFTER INSERT OR UPDATE OR DELETE ON register_searchrow
    FOR EACH ROW EXECUTE FUNCTION register_searchrow_told()
    """,
    """
    CREATE TRIGGER register_searchrow_emptied AFTER TRUNCATE ON register_searchrow
    FOR EACH STATEMENT EXECUTE FUNCTION register_searchrow_told()
    """,
)
TOGETHER = (
    "DROP TRIGGER register_searchrow_told ON register_searchrow",
    "DROP TRIGGER register_searchrow_emptied ON register_searchrow",
    "DROP FUNCTION register_searchrow_told",
    "DROP TABLE register_searchindex",
    f"ALTER TABLE register_searchrow ADD COLUMN lexemes tsvector GENERATED ALWAYS AS ({LEXEMES.format('')}) STORED",
    "CREATE INDEX register_searchrow_lexemes ON register_searchrow USING gin (lexemes)",
)


def apart(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in APART if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement, params=None)


def together(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in TOGETHER if schema_editor.connection.vendor == "postgresql" else ():
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0024_states_in_search"),
    ]

    operations = [migrations.RunPython(apart, together)]
