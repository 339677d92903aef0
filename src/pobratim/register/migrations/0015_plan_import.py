"""Imports of plans of measures."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0014_contradicted'),
    ]

    operations = [
        migrations.AddField(
            model_name='listimport',
            name='plan',
            field=models.CharField(blank=True, db_index=True, max_length=21),
        ),
    ]
