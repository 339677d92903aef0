"""Promises by who takes them on, to whom, by when and what became of them; matches of news and plans."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0015_plan_import'),
    ]

    operations = [
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('target', models.CharField(db_index=True, max_length=21)),
                ('record', models.CharField(db_index=True, max_length=21)),
                ('score', models.SmallIntegerField()),
                ('why', models.JSONField(default=dict)),
            ],
        ),
        migrations.AddField(
            model_name='statement',
            name='promise_due',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='statement',
            name='promise_state',
            field=models.CharField(blank=True, default='', max_length=8),
        ),
        migrations.AddField(
            model_name='statement',
            name='promised_by',
            field=models.CharField(blank=True, db_index=True, default='', max_length=21),
        ),
        migrations.AddField(
            model_name='statement',
            name='promised_to',
            field=models.CharField(blank=True, db_index=True, default='', max_length=21),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['promise_state', 'promise_due'], name='register_st_promise_5f9311_idx'),
        ),
        migrations.AddIndex(
            model_name='match',
            index=models.Index(fields=['-score', 'target', 'record'], name='register_ma_score_b09f08_idx'),
        ),
        migrations.AddConstraint(
            model_name='match',
            constraint=models.UniqueConstraint(fields=('target', 'record'), name='match_once'),
        ),
    ]
