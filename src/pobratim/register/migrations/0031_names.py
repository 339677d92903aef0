"""What records are called, beside the index of search; the register fills it when all migrations are done."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0030_offices'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchName',
            fields=[
                ('id', models.BigIntegerField(primary_key=True, serialize=False)),
                ('ru', models.CharField(max_length=200)),
                ('en', models.CharField(blank=True, max_length=200)),
            ],
        ),
    ]
