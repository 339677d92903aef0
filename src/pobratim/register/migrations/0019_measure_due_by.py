"""The day of each year by which a measure that comes every year is awaited."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0018_document_states'),
    ]

    operations = [
        migrations.AddField(
            model_name='measure',
            name='due_by',
            field=models.CharField(blank=True, default='', max_length=5),
        ),
    ]
