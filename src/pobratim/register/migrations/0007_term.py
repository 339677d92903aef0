"""What a term means: renewal, step, notice; turns that people entered."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0006_attachment'),
    ]

    operations = [
        migrations.AddField(
            model_name='document',
            name='course',
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name='document',
            name='notice_months',
            field=models.SmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='document',
            name='renews',
            field=models.CharField(blank=True, max_length=8),
        ),
        migrations.AddField(
            model_name='document',
            name='step_years',
            field=models.SmallIntegerField(null=True),
        ),
    ]
