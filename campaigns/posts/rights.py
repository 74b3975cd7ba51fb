"""Whose post it is to change."""

from accounts.orgs.models import Membership
from accounts.orgs.rights import Verb
from campaigns.posts.models import Post


def may_edit(post: Post, membership: Membership) -> bool:
    """Return whether this person may change it: their own, or anybody's with PLAN."""
    return membership.may(Verb.PLAN) or (membership.may(Verb.WRITE) and post.author_id == membership.user_id)
