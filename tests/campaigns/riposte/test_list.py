"""What runs, what is past, and how fast it was."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_scopes import scope

from campaigns.posts.models import Placement, Post
from campaigns.riposte.models import Riposte
from tests.campaigns.riposte.play import start
from tests.world import World


def test_the_list_has_what_runs_what_is_past_and_figures(world: World, channels: list[Any]):
    running, done = start(world), start(world)
    news = timezone.now() - timedelta(minutes=20)
    with scope(organisation=world.organisation):
        Riposte.objects.filter(pk=done["id"]).update(news_at=news)
        Post.objects.filter(pk=done["post"]).update(state=Post.State.APPROVED)
        for placement, minutes in zip(Placement.objects.filter(post=done["post"]).order_by("spoken"), (10, 12), strict=True):
            Placement.objects.filter(pk=placement.pk).update(
                outcome="published", outcome_at=news + timedelta(minutes=minutes), claimed_at=news
            )
    found = world.client("viewer").get("/api/ripostes/").data
    assert [r["id"] for r in found["running"]] == [running["id"]]
    assert [(r["id"], r["stage"], r["live_after_s"]) for r in found["past"]] == [(done["id"], "live", 720)]
    assert found["figures"] == {"count": 1, "median_s": 720, "best_s": 720, "in_time": 1}
