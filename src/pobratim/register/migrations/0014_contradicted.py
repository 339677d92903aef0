"""Indexes of what contradicts itself."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0013_calendar'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('contradicted', True)), fields=['-last_told'], name='document_contradicted'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('contradicted', True)), fields=['-last_told'], name='event_contradicted'),
        ),
    ]
