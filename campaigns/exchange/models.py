"""What goes out to other programs (feeds) and what came in from spreadsheets (imports)."""

from typing import Any

from django.conf import settings
from django.db import models

from accounts.orgs.models import Owned
from campaigns.posts.models import Post


class Feed(Owned):
    """A calendar that other programs subscribe to by a secret address. Only the SHA-256 of its secret is stored."""

    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    choice = models.JSONField(default=dict)  # filters as in the calendar's address: {"channel": [...], "state": [...], …}
    with_drafts = models.BooleanField(default=False)  # also what nobody has approved yet
    with_texts = models.BooleanField(default=False)  # whole texts, not first lines alone
    language = models.CharField(max_length=8)  # in which its words are written: its maker's
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    fetched_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Import(Owned):
    """One file that became drafts. `sha256` is how the same file is known again."""

    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    posts: Any = models.ManyToManyField(Post, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["organisation", "sha256"], name="import_by_file")]

    def __str__(self) -> str:
        return self.file_name


class Mapping(Owned):
    """What the columns of a kind of file mean here. `signature` is made of its header's words."""

    signature = models.CharField(max_length=64)
    columns = models.JSONField(default=list)  # the field of each column, "" for none
    used_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "signature"], name="mapping_once_per_header")]
