"""Somebody from outside is asked too: a candidate, about one draft. Nothing waits for them until it is submitted."""

from datetime import timedelta

from campaigns.by_link import guests
from campaigns.posts.models import Post
from demo.seed.stage import Stage


def invite(stage: Stage) -> None:
    """The guest stands in the settings; their letter leaves when the draft is submitted."""
    drafts = Post.objects.filter(state=Post.State.DRAFT, campaign__isnull=False, deleted_at=None, riposte=None)
    draft = drafts.order_by("created_at").first()
    if draft is None:
        return
    guests.invite(
        organisation=stage.row,
        by=stage.person("planner"),
        name="Nora Peeters",
        email="nora.peeters@example.org",
        language="nl",
        capacity="Kandidaat",
        expires_at=stage.now + timedelta(days=60),
        post_ids=[draft.pk],
        now=stage.now,
    )
