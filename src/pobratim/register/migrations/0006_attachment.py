"""Files at records."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0005_search'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('media_type', models.CharField(max_length=100)),
                ('size', models.BigIntegerField()),
                ('sha256', models.CharField(db_index=True, max_length=64)),
            ],
        ),
        migrations.AlterField(
            model_name='persondecision',
            name='action',
            field=models.CharField(choices=[('accept', 'Accept'), ('reject', 'Reject'), ('edit', 'Edit'), ('merge', 'Merge'), ('split', 'Split'), ('attach', 'Attach')], max_length=6),
        ),
        migrations.AddIndex(
            model_name='actor',
            index=models.Index(fields=['state', '-pages'], name='register_ac_state_5a617d_idx'),
        ),
        migrations.AddIndex(
            model_name='actor',
            index=models.Index(fields=['state', 'folded'], name='register_ac_state_a1f775_idx'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['state', '-last_told'], name='register_pe_state_a4e775_idx'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['state', 'folded'], name='register_pe_state_36b1f2_idx'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['state', '-last_told'], name='register_st_state_b743c8_idx'),
        ),
        migrations.AddField(
            model_name='attachment',
            name='decision',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='attachment', to='register.persondecision'),
        ),
    ]
