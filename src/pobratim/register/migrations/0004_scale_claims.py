"""Indexes of claims and mentions, for registers of hundreds of thousands of pages."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0003_account_change"),
    ]

    operations = [
        migrations.AlterField(
            model_name="claim",
            name="decision",
            field=models.ForeignKey(
                db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="register.persondecision"
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(condition=models.Q(("decision__isnull", False)), fields=["mention"], name="decided_claims"),
        ),
    ]
