"""How often, and from when to when, pages describe a person so; counted here for those who are there already.

Blocks lose an index that another begins with.
"""

import django.db.models.deletion
from django.apps.registry import Apps as StateApps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

REDUNDANT = ("register_block_node_id_d9f2ce0d", "register_block_node_id_d9f2ce0d_like")


def count(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """In the transaction of the migration: a register is never without its counts, whenever it is killed."""
    from pobratim.register.person_variants import people_fill

    people_fill()


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0022_partner_totals"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(f"DROP INDEX IF EXISTS {name}", migrations.RunSQL.noop) for name in REDUNDANT],
            state_operations=[
                migrations.AlterField(
                    model_name="block",
                    name="node",
                    field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, to="register.node"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PersonVariant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=20)),
                ("value", models.TextField()),
                ("mentions", models.IntegerField()),
                ("first", models.DateField(null=True)),
                ("last", models.DateField(null=True)),
                ("stale", models.BooleanField(default=False)),
                ("node", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, to="register.node")),
            ],
            options={
                "indexes": [models.Index(condition=models.Q(("stale", True)), fields=["node"], name="stale_people")],
                "constraints": [models.UniqueConstraint(fields=("node", "digest"), name="person_variant_once")],
            },
        ),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
