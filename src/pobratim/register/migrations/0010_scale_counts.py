"""Counts kept beside actors."""

import django.db.models.deletion
from django.db import migrations, models


FILL = (
    "UPDATE register_mention SET published = (SELECT v.published FROM register_pageversion v WHERE v.id = version_id)",
    "UPDATE register_actor SET documents_count = "
    "(SELECT COUNT(DISTINCT p.document_id) FROM register_documentparty p WHERE p.acts_for_id = key), "
    "events_count = (SELECT COUNT(DISTINCT p.event_id) FROM register_eventparty p WHERE p.acts_for_id = key)",
)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0009_list_import"),
    ]

    operations = [
        migrations.AddField(
            model_name="actor",
            name="documents_count",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="actor",
            name="events_count",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="mention",
            name="published",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="documentparty",
            name="acts_for",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="acted_for_rows", to="register.actor"
            ),
        ),
        migrations.AlterField(
            model_name="eventparty",
            name="acts_for",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="acted_for_event_rows",
                to="register.actor",
            ),
        ),
        migrations.AlterField(
            model_name="mention",
            name="node",
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, to="register.node"),
        ),
        migrations.AddIndex(
            model_name="actor",
            index=models.Index(fields=["-documents_count", "-events_count", "folded", "key"], name="busiest_actors"),
        ),
        migrations.AddIndex(
            model_name="documentparty",
            index=models.Index(fields=["acts_for", "document"], name="register_do_acts_fo_004ae7_idx"),
        ),
        migrations.AddIndex(
            model_name="eventparty",
            index=models.Index(fields=["acts_for", "event"], name="register_ev_acts_fo_e28350_idx"),
        ),
        migrations.AddIndex(
            model_name="mention",
            index=models.Index(fields=["node", "version", "published"], name="told_of_node"),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
