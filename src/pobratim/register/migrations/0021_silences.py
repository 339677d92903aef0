"""Contacts between partners and the days on which they are missed, plans that outlive what they rest on: filled when all
migrations are done (`register.apps`); indexes that tell what is due without a look at the records.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0020_partners'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('record', models.CharField(max_length=21)),
                ('first', models.DateField()),
                ('last', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Outliving',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ends', models.DateField()),
                ('to_ends', models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name='Silence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first', models.DateField()),
                ('last', models.DateField()),
                ('signed', models.DateField()),
            ],
        ),
        migrations.RemoveIndex(
            model_name='document',
            name='documents_end',
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('ends_finally__isnull', False)), fields=['ends_finally', 'key', 'state', 'renews', 'ends_last'], name='documents_end'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(fields=['status', 'last_told', 'signed_last', 'key', 'state'], name='documents_announced'),
        ),
        migrations.AddField(
            model_name='contact',
            name='a',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.actor'),
        ),
        migrations.AddField(
            model_name='contact',
            name='b',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.actor'),
        ),
        migrations.AddField(
            model_name='outliving',
            name='document',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.document'),
        ),
        migrations.AddField(
            model_name='outliving',
            name='to',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.document'),
        ),
        migrations.AddField(
            model_name='silence',
            name='a',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.actor'),
        ),
        migrations.AddField(
            model_name='silence',
            name='b',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='register.actor'),
        ),
        migrations.AddIndex(
            model_name='contact',
            index=models.Index(fields=['a', 'b', 'record', 'first', 'last'], name='contacts_of_two'),
        ),
        migrations.AddIndex(
            model_name='contact',
            index=models.Index(fields=['record'], name='contacts_of_record'),
        ),
        migrations.AddIndex(
            model_name='outliving',
            index=models.Index(fields=['document'], name='outliving_of_document'),
        ),
        migrations.AddIndex(
            model_name='outliving',
            index=models.Index(fields=['to_ends', 'document', 'to', 'ends'], name='outliving_nearest'),
        ),
        migrations.AddIndex(
            model_name='silence',
            index=models.Index(fields=['a', 'b'], name='silences_of_two'),
        ),
        migrations.AddIndex(
            model_name='silence',
            index=models.Index(fields=['signed', 'a', 'b', 'first', 'last'], name='longest_silences'),
        ),
    ]
