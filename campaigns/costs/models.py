"""Which request pays for which post."""

from django.db import models

from accounts.orgs.models import Owned
from campaigns.budget.models import Request
from campaigns.posts.models import Post


class PostCost(Owned):
    """The money of this request is for this post: an influencer, a film, a paid reach."""

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="of_post")
    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="costs")
