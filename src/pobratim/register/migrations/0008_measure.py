"""Measures of plans; promises in statements."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0007_term'),
    ]

    operations = [
        migrations.AddField(
            model_name='statement',
            name='outcome',
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name='statement',
            name='promise',
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name='statement',
            name='promised',
            field=models.BooleanField(db_index=True, default=False),
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('key', models.CharField(max_length=21, primary_key=True, serialize=False)),
                ('state', models.CharField(choices=[('p', 'Proposed'), ('a', 'Accepted'), ('r', 'Rejected')], default='p', max_length=1)),
                ('pages', models.IntegerField(default=0)),
                ('first_told', models.DateField(null=True)),
                ('last_told', models.DateField(null=True)),
                ('contradictions', models.JSONField(default=dict)),
                ('contradicted', models.BooleanField(default=False)),
                ('decided', models.JSONField(default=dict)),
                ('fields', models.JSONField(default=dict)),
                ('section', models.TextField(blank=True)),
                ('number', models.TextField(blank=True)),
                ('text', models.TextField()),
                ('expected', models.TextField(blank=True)),
                ('due', models.JSONField(null=True)),
                ('due_first', models.DateField(null=True)),
                ('due_last', models.DateField(null=True)),
                ('recurring', models.CharField(blank=True, max_length=12)),
                ('reports', models.JSONField(default=list)),
                ('raw', models.JSONField(null=True)),
                ('understood', models.BooleanField(default=True)),
                ('position', models.IntegerField(default=0)),
                ('plan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='register.document')),
            ],
        ),
        migrations.CreateModel(
            name='MeasureExecutor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.TextField()),
                ('side', models.CharField(blank=True, max_length=5)),
                ('actor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='measures', to='register.actor')),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='executors', to='register.measure')),
            ],
        ),
        migrations.CreateModel(
            name='MeasureSphere',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(db_index=True, max_length=40)),
                ('measure', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='spheres', to='register.measure')),
            ],
        ),
        migrations.AddIndex(
            model_name='measure',
            index=models.Index(fields=['plan', 'position'], name='register_me_plan_id_d11220_idx'),
        ),
        migrations.AddIndex(
            model_name='measure',
            index=models.Index(fields=['due_last'], name='register_me_due_las_e8613b_idx'),
        ),
    ]
