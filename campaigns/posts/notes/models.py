"""What colleagues say to each other about a post. No reader of the post ever sees it."""

from django.conf import settings
from django.db import models

from accounts.orgs.models import Owned
from campaigns.posts.models import Post


class Note(Owned):
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(max_length=4000)
    mentions = models.JSONField(default=list)  # ids of members whose @name stands in the text
    language = models.CharField(max_length=8, blank=True)  # it is about this version; empty: about the post
    created_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    deleted_at = models.DateTimeField(null=True, blank=True)  # undo for a while
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["post", "created_at"], name="note_by_post")]
