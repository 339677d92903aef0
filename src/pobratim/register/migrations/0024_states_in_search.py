"""Nothing in the tables: the rows of documents in the index of search take in their states by days when all migrations are
done (`pobratim.register.apps`), and that is asked for where there is a migration to run.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0023_person_variants"),
    ]

    operations = []
