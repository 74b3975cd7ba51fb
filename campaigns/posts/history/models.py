"""What a post said after each sitting at it, so that people can read what changed and go back."""

from django.conf import settings
from django.db import models

from accounts.orgs.models import Owned
from campaigns.posts.models import Post


class Revision(Owned):
    """The post as somebody left it. Saves of one person that follow each other closely are one revision: rules.goes_on."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()  # the post's `revision` when it was written last
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    begun_at = models.DateTimeField()
    at = models.DateTimeField()  # of its last save
    content = models.JSONField()  # content.py
    is_closed = models.BooleanField(default=False)  # it was submitted as it is: the next save is another revision

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "number"], name="revision_once_per_number")]
