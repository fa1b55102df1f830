"""Extensions of PostgreSQL: btree_gist for NoOverlap, pg_trgm for accent-free search (no-ops on SQLite)."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [BtreeGistExtension(), TrigramExtension()]
