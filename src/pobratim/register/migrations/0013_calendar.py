"""Tokens for calendars; who wants the mail of what is due."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0012_before'),
    ]

    operations = [
        migrations.AddField(
            model_name='token',
            name='purpose',
            field=models.CharField(choices=[('write', 'Write'), ('calendar', 'Calendar')], default='write', max_length=8),
        ),
        migrations.AddField(
            model_name='user',
            name='digest',
            field=models.CharField(choices=[('never', 'Never'), ('daily', 'Daily'), ('weekly', 'Weekly')], default='never', max_length=6),
        ),
    ]
