"""Mentions and how they hang together; see `pobratim.resolve.records`."""

from __future__ import annotations

from django.db import models

from .page import PageVersion


class Node(models.Model):
    """What pages say of one thing, as far as it tells it from others; shared by all mentions that say the same.

    `record` is the key of the cluster it lies in; `fresh` has not been compared yet; `dirty` asks for its records anew.
    """

    key = models.CharField(max_length=21, primary_key=True)
    kind = models.CharField(max_length=1)
    content = models.TextField()
    record = models.CharField(max_length=21, default="", db_index=True)
    fresh = models.BooleanField(default=True)
    dirty = models.BooleanField(default=True)

    class Meta:
        """Few nodes are dirty: their index is small."""

        indexes = [models.Index(fields=["key"], condition=models.Q(dirty=True), name="dirty_nodes")]


class Block(models.Model):
    """Nodes of one block are compared."""

    node = models.ForeignKey(Node, on_delete=models.CASCADE, db_index=False)
    block = models.CharField(max_length=20, db_index=True)

    class Meta:
        """A node lies in a block once."""

        constraints = [models.UniqueConstraint(fields=["node", "block"], name="block_once")]


class Link(models.Model):
    """Two nodes judged to be one thing (`a < b`), how surely (0–1), and the rule that says why."""

    a = models.ForeignKey(Node, on_delete=models.CASCADE, related_name="links_up", db_index=False)
    b = models.ForeignKey(Node, on_delete=models.CASCADE, related_name="links_down")
    strength = models.FloatField()
    rule = models.CharField(max_length=30)

    class Meta:
        """Two nodes are linked once."""

        constraints = [models.UniqueConstraint(fields=["a", "b"], name="link_once")]


class Mention(models.Model):
    """One thing that one page speaks of, by the page's own id of it; only current versions have mentions.

    The key is the version's, times 10⁶, plus the place in the page. `published` is the version's: records are counted
    and dated by the index alone, without a look at the pages, which are large.
    """

    id = models.BigIntegerField(primary_key=True)
    version = models.ForeignKey(PageVersion, on_delete=models.CASCADE)
    node = models.ForeignKey(Node, on_delete=models.CASCADE, db_index=False)
    local = models.TextField()
    published = models.DateField(null=True)

    class Meta:
        """By node, with all that counting needs."""

        indexes = [models.Index(fields=["node", "version", "published"], name="told_of_node")]


class ActorVariant(models.Model):
    """A way in which pages describe an actor (name, kind, country, …) and how many mentions do; counted at each add.

    `digest` stands for the value in the index.
    """

    node = models.ForeignKey(Node, on_delete=models.CASCADE, db_index=False)
    digest = models.CharField(max_length=20)
    value = models.TextField()
    mentions = models.IntegerField()

    class Meta:
        """A variant is counted in one row."""

        constraints = [models.UniqueConstraint(fields=["node", "digest"], name="variant_once")]


class PersonVariant(models.Model):
    """A way in which pages describe a person: the name and posts as claims have them, how many mentions do so, and the
    first and last day on which pages did.

    `stale`: a page that said so went, the days are to be looked up anew.
    """

    node = models.ForeignKey(Node, on_delete=models.CASCADE, db_index=False)
    digest = models.CharField(max_length=20)
    value = models.TextField()
    mentions = models.IntegerField()
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    stale = models.BooleanField(default=False)

    class Meta:
        """A variant is counted in one row; few are stale."""

        constraints = [models.UniqueConstraint(fields=["node", "digest"], name="person_variant_once")]
        indexes = [models.Index(fields=["node"], condition=models.Q(stale=True), name="stale_people")]
