"""Documents' states by days; what follows from terms. The register fills them when all migrations are done (`register.apps`)."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0017_briefing'),
    ]

    operations = [
        migrations.CreateModel(
            name='DocumentState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(max_length=10)),
                ('first', models.DateField()),
                ('last', models.DateField()),
            ],
        ),
        migrations.AddField(
            model_name='document',
            name='decide_by',
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name='document',
            name='decide_turn',
            field=models.SmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='document',
            name='ends_finally',
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('ends_finally__isnull', False)), fields=['ends_finally'], name='documents_end'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('decide_by__isnull', False)), fields=['decide_by'], name='documents_decide'),
        ),
        migrations.AddIndex(
            model_name='document',
            index=models.Index(condition=models.Q(('decide_turn__isnull', False)), fields=['decide_turn'], name='documents_decide_again'),
        ),
        migrations.AddField(
            model_name='documentstate',
            name='document',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='states', to='register.document'),
        ),
        migrations.AddIndex(
            model_name='documentstate',
            index=models.Index(fields=['document', 'first', 'last', 'state'], name='states_of_document'),
        ),
        migrations.AddIndex(
            model_name='documentstate',
            index=models.Index(fields=['last', 'first', 'state', 'document'], name='documents_in_state'),
        ),
    ]
