"""What counts for partners; days beside signatures, people at events and words on documents.

The tables of partners are filled when all migrations are done (`pobratim.register.apps`).
"""

import datetime

import django.db.models.deletion
from django.db import migrations, models

DAYS = (
    "UPDATE register_signature SET day = "
    "(SELECT d.signed_first FROM register_document d WHERE d.key = document_id) "
    "WHERE document_id IN (SELECT d.key FROM register_document d WHERE d.signed_first IS NOT NULL)",
    "UPDATE register_participation SET day = (SELECT e.date_first FROM register_event e WHERE e.key = event_id) "
    "WHERE event_id IN (SELECT e.key FROM register_event e WHERE e.date_first IS NOT NULL)",
    "UPDATE register_statementdocument SET day = (SELECT s.last_told FROM register_statement s WHERE s.key = statement_id) "
    "WHERE statement_id IN (SELECT s.key FROM register_statement s WHERE s.last_told IS NOT NULL)",
)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0019_measure_due_by"),
    ]

    operations = [
        migrations.CreateModel(
            name="PartnerDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("state", models.CharField(max_length=10)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("day", models.DateField()),
                ("year", models.SmallIntegerField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="PartnerEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("year", models.SmallIntegerField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name="participation",
            name="day",
            field=models.DateField(default=datetime.date(1, 1, 1)),
        ),
        migrations.AddField(
            model_name="signature",
            name="day",
            field=models.DateField(default=datetime.date(1, 1, 1)),
        ),
        migrations.AddField(
            model_name="statementdocument",
            name="day",
            field=models.DateField(default=datetime.date(1, 1, 1)),
        ),
        migrations.AlterField(
            model_name="documentparty",
            name="actor",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="party_rows", to="register.actor"
            ),
        ),
        migrations.AlterField(
            model_name="documentparty",
            name="document",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="party_rows", to="register.document"
            ),
        ),
        migrations.AlterField(
            model_name="documentsphere",
            name="document",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="spheres", to="register.document"
            ),
        ),
        migrations.AlterField(
            model_name="eventparty",
            name="actor",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="event_party_rows", to="register.actor"
            ),
        ),
        migrations.AlterField(
            model_name="participation",
            name="event",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="participations", to="register.event"
            ),
        ),
        migrations.AlterField(
            model_name="participation",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="participations", to="register.person"
            ),
        ),
        migrations.AlterField(
            model_name="signature",
            name="person",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="register.person"
            ),
        ),
        migrations.AlterField(
            model_name="statement",
            name="speaker",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="statements",
                to="register.person",
            ),
        ),
        migrations.AlterField(
            model_name="statementdocument",
            name="document",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="statement_rows", to="register.document"
            ),
        ),
        migrations.AlterField(
            model_name='signature',
            name='document',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='register.document'),
        ),
        migrations.RunSQL(DAYS, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="documentparty",
            index=models.Index(fields=["document", "acts_for", "actor"], name="parties_of_document"),
        ),
        migrations.AddIndex(
            model_name="documentparty",
            index=models.Index(fields=["actor", "acts_for"], name="document_party_acts_for"),
        ),
        migrations.AddIndex(
            model_name="documentsphere",
            index=models.Index(fields=["document", "code"], name="spheres_of_document"),
        ),
        migrations.AddIndex(
            model_name="eventparty",
            index=models.Index(fields=["actor", "acts_for"], name="event_party_acts_for"),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(fields=["person", "-day", "event"], name="was_at"),
        ),
        migrations.AddIndex(
            model_name="participation",
            index=models.Index(fields=["event", "person", "side"], name="people_at"),
        ),
        migrations.AddIndex(
            model_name="signature",
            index=models.Index(fields=["person", "-day", "document"], name="signed_by"),
        ),
        migrations.AddIndex(
            model_name="statement",
            index=models.Index(fields=["speaker", "-last_told", "key"], name="said_by"),
        ),
        migrations.AddIndex(
            model_name="statementdocument",
            index=models.Index(fields=["document", "day", "statement"], name="words_on_document"),
        ),
        migrations.AddField(
            model_name="partnerdocument",
            name="document",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.document"
            ),
        ),
        migrations.AddField(
            model_name="partnerdocument",
            name="partner",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.actor"
            ),
        ),
        migrations.AddField(
            model_name="partnerevent",
            name="event",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.event"
            ),
        ),
        migrations.AddField(
            model_name="partnerevent",
            name="partner",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.actor"
            ),
        ),
        migrations.AddIndex(
            model_name="partnerdocument",
            index=models.Index(
                fields=["partner", "state", "-day", "document", "first", "last", "year"], name="documents_of_partner"
            ),
        ),
        migrations.AddIndex(
            model_name="partnerdocument",
            index=models.Index(fields=["document", "partner"], name="partners_of_document"),
        ),
        migrations.AddIndex(
            model_name="partnerevent",
            index=models.Index(fields=["partner", "-day", "event", "year"], name="events_of_partner"),
        ),
        migrations.AddIndex(
            model_name="partnerevent",
            index=models.Index(fields=["event", "partner"], name="partners_of_event"),
        ),
        migrations.AddIndex(
            model_name='signature',
            index=models.Index(fields=['document', 'witness', 'person', 'party'], name='hands_on_document'),
        ),
    ]
