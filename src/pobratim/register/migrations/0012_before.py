"""What stood before a decision."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0011_events_planned'),
    ]

    operations = [
        migrations.AddField(
            model_name='persondecision',
            name='before',
            field=models.JSONField(null=True),
        ),
    ]
