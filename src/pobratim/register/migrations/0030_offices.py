"""The folded title of a post, by which those who were in one post are found; filled here for the posts that are there.

A post's indexes hold all that is asked of posts on a day; those that they begin with go.
"""

import django.db.models.deletion
from django.apps.registry import Apps as StateApps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

AT_ONCE = 5000


def fold(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    from pobratim.resolve.records.content import plain

    posts = apps.get_model("register", "Appointment").objects.order_by("pk").values_list("pk", "title")
    last = 0
    with schema_editor.connection.cursor() as cursor:
        while some := list(posts.filter(pk__gt=last)[:AT_ONCE]):
            last = some[-1][0]
            rows = [(plain(title)[:200], number) for number, title in some]
            cursor.executemany("UPDATE register_appointment SET office = %s WHERE id = %s", rows)


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0029_plans'),
    ]

    operations = [
        migrations.AddField(
            model_name='appointment',
            name='office',
            field=models.CharField(default='', max_length=200),
        ),
        migrations.RunPython(fold, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='appointment',
            name='of',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to='register.actor'),
        ),
        migrations.AlterField(
            model_name='appointment',
            name='person',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='appointments', to='register.person'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['person', 'of', 'first_told', 'last_told', 'office'], name='posts_of_person'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(fields=['of', 'office', 'first_told', 'last_told', 'person'], name='people_in_post'),
        ),
    ]
