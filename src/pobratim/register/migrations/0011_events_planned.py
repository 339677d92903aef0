"""An index of events to come."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0010_scale_counts'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['status', 'date_last'], name='register_ev_status_4eceb1_idx'),
        ),
    ]
