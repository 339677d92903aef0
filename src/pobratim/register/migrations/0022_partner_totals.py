"""With whom partners have documents and in which spheres, counted; filled when all migrations are done (`register.apps`)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0021_silences'),
    ]

    operations = [
        migrations.CreateModel(
            name='PartnerTotal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=1)),
                ('value', models.CharField(max_length=40)),
                ('year', models.SmallIntegerField()),
                ('number', models.IntegerField()),
                ('partner', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.actor')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('partner', 'kind', 'value', 'year'), name='partner_total_once')],
            },
        ),
    ]
