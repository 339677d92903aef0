"""Briefings that people keep, and their texts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0016_news'),
    ]

    operations = [
        migrations.CreateModel(
            name='Briefing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('partner', models.CharField(db_index=True, max_length=21)),
                ('own', models.CharField(blank=True, db_index=True, max_length=21)),
                ('on', models.DateField()),
                ('short', models.BooleanField(default=False)),
                ('language', models.CharField(max_length=2)),
                ('title', models.TextField()),
                ('removed_at', models.DateTimeField(null=True)),
                ('removed_by', models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name='BriefingText',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('changes', models.JSONField(default=list)),
                ('paper', models.JSONField()),
                ('author_name', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='briefings', to=settings.AUTH_USER_MODEL)),
                ('briefing', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='texts', to='register.briefing')),
            ],
        ),
    ]
