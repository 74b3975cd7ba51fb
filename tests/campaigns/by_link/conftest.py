from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import timezone
from django_scopes import scope

from campaigns.approvals.models import Approval
from campaigns.budget import services as budget
from campaigns.budget.models import Line, Period, Request
from campaigns.by_link import services
from tests.world import World, draft


class Desk:
    """Posts and requests that wait, and links to their decisions."""

    def __init__(self, world: World) -> None:
        self.world = world

    def post(self, network: str = "facebook", **more: Any) -> Approval:
        author = self.world.client("author")
        post = author.post("/api/posts/", draft(self.world.channel(network), **more), format="json").data["id"]
        assert author.post(f"/api/posts/{post}/submit/", {"note": "Pour lundi"}, format="json").status_code == 200
        return self.waiting(post)

    def request(self, net_cents: int = 10_000, vat_cents: int = 2_100) -> Approval:
        world, now = self.world, timezone.now()
        with scope(organisation=world.organisation):
            period = Period.objects.create(
                organisation=world.organisation, name="2026", starts_on=date(now.year, 1, 1), ends_on=date(now.year, 12, 31)
            )
            line = Line.objects.create(
                period=period, organisation=world.organisation, medium="posters", name="Affiches", planned_cents=9_000_000
            )
            made: Request = budget.ask(
                organisation=world.organisation, line=line, by=world.author, title="1 000 affiches", net_cents=net_cents,
                vat_cents=vat_cents, reason="Pour le 1er mai", supplier="Imprimerie Dupont", now=now,
            )  # fmt: skip
        return self.waiting(made.pk)

    def waiting(self, subject: Any) -> Approval:
        with scope(organisation=self.world.organisation):
            found: Approval = Approval.objects.get(subject_id=subject, state=Approval.State.OPEN)
        return found

    def link(self, approval: Approval, who: str = "approver", **ago: Any) -> str:
        """Return the path of that person's link."""
        made = timezone.now() - ago.get("ago", timedelta(0))
        return services.link_for(approval, self.world.people[who], made).partition("//")[2].partition("/")[2].join(["/", ""])

    def fresh(self, approval: Approval) -> Approval:
        with scope(organisation=self.world.organisation):
            found: Approval = Approval.objects.get(pk=approval.pk)
        return found


@pytest.fixture
def desk(db: None, home: Path) -> Desk:
    cache.clear()
    return Desk(World.make())
