"""Cost per post, per campaign and per result: what is not known is never shown as nothing."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django_scopes import scope, scopes_disabled

from campaigns.budget import services as budget
from campaigns.costs.reckoning import gained, per_post, per_result
from campaigns.plan.models import Campaign, Kpi, Objective, Reading
from campaigns.posts.models import Placement
from tests.campaigns.budget.conftest import NOW, line, period, treasurer, world  # noqa: F401
from tests.world import draft


@pytest.fixture
def campaign(world):  # noqa: F811
    with scope(organisation=world.organisation):
        objective = Objective.objects.create(
            organisation=world.organisation, name="Rents", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31)
        )
        return Campaign.objects.create(organisation=world.organisation, objective=objective, name="Rents", utm="rents")


def published(world, campaign, how_many):  # noqa: F811
    channel, author, found = world.channel(), world.client("author"), []
    for _ in range(how_many):
        found.append(author.post("/api/posts/", draft(channel) | {"campaign": str(campaign.pk)}, format="json").data["id"])
    with scopes_disabled():
        Placement.objects.filter(post__in=found).update(outcome="published", outcome_at=datetime(2026, 11, 20, tzinfo=UTC))
    return found


def spend(world, line, campaign, cents, **more):  # noqa: F811
    with scope(organisation=world.organisation):
        budget.book_expense(line=line, campaign=campaign, net_cents=cents, on=date(2026, 11, 2), by=None, now=NOW, **more)


def test_a_campaigns_money_is_divided_by_what_came_out(world, campaign, line, treasurer):  # noqa: F811
    path = f"/api/campaigns/{campaign.pk}/costs/"
    empty = treasurer.get(path).data
    assert (empty["per_post_cents"], empty["posts"], empty["spent_cents"], empty["results"]) == (None, 0, 0, [])
    published(world, campaign, 3)
    assert treasurer.get(path).data["per_post_cents"] is None  # nothing booked: not known, rather than free
    spend(world, line(), campaign, 100_00)
    shown = treasurer.get(path).data
    assert (shown["per_post_cents"], shown["posts"], shown["placements"], shown["posts_with_cost"]) == (33_33, 3, 3, 0)


def test_a_result_costs_what_its_campaigns_spent_for_each_unit_gained(world, campaign, line, treasurer):  # noqa: F811
    with scope(organisation=world.organisation):
        read = Kpi.objects.create(objective=campaign.objective, name="Signatures", unit="signatures", baseline=200, target=1000)
        Kpi.objects.create(objective=campaign.objective, name="Volunteers", baseline=0, target=50)
        Reading.objects.create(kpi=read, day=date(2026, 11, 1), value=300)
        Reading.objects.create(kpi=read, day=date(2026, 11, 20), value=600)
        other = Campaign.objects.create(organisation=world.organisation, objective=campaign.objective, name="More", utm="more")
    spend(world, line(), campaign, 500_00)
    spend(world, line(), other, 300_00)
    results = {result["name"]: result for result in treasurer.get(f"/api/campaigns/{campaign.pk}/costs/").data["results"]}
    assert Decimal(results["Signatures"]["gained"]) == 400 and results["Signatures"]["each_cents"] == 2_00
    assert results["Volunteers"]["gained"] is None and results["Volunteers"]["each_cents"] is None


def test_a_request_may_be_for_one_post(world, campaign, line, treasurer):  # noqa: F811
    post, _ = published(world, campaign, 2)
    author = world.client("author", world.organisation)
    request = author.post("/api/requests/", {"line": str(line().pk), "title": "Film", "net_cents": 250_00}, format="json").data["id"]
    path = f"/api/requests/{request}/post/"
    assert author.get(path).data == {"post": None}
    assert author.put(path, {"post": post}, format="json").status_code == 200
    costs = treasurer.get(f"/api/posts/{post}/costs/").data
    assert [(one["title"], one["cost_cents"], one["state"]) for one in costs["requests"]] == [("Film", 250_00, "open")]
    assert (costs["spent_cents"], costs["committed_cents"]) == (0, 0)
    assert treasurer.get(f"/api/campaigns/{campaign.pk}/costs/").data["posts_with_cost"] == 1
    assert author.put(path, {"post": None}, format="json").data == {"post": None}
    assert treasurer.get(f"/api/posts/{post}/costs/").data["requests"] == []


def test_nobody_ties_what_is_not_theirs(world, campaign, line, treasurer):  # noqa: F811
    [post] = published(world, campaign, 1)
    request = treasurer.post("/api/requests/", {"line": str(line().pk), "title": "Film", "net_cents": 250_00}, format="json").data["id"]
    path = f"/api/requests/{request}/post/"
    assert world.client("author", world.organisation).put(path, {"post": post}, format="json").status_code == 403
    assert world.client("viewer", world.organisation).put(path, {"post": post}, format="json").status_code == 403
    assert world.client("author", world.organisation).get(f"/api/posts/{post}/costs/").status_code == 403
    other = world.client("other", world.other)
    for url in (path, f"/api/posts/{post}/costs/", f"/api/campaigns/{campaign.pk}/costs/"):
        assert other.get(url).status_code == 404
    theirs = other.post("/api/posts/", draft(world.channel()), format="json")
    assert theirs.status_code == 400
    assert treasurer.put(path, {"post": "00000000-0000-0000-0000-000000000000"}, format="json").status_code == 400


def test_what_is_not_known_is_none():
    assert per_post(0, 5) is None and per_post(100, 0) is None and per_post(100, 3) == 33
    assert per_result(1000, Decimal(0)) is None and per_result(1000, Decimal("-4")) is None and per_result(1000, None) is None
    assert per_result(25, Decimal(10)) == 2 and per_result(35, Decimal(10)) == 4  # half to even
    assert gained(Decimal(10), None, is_up=True) is None
    assert gained(Decimal(10), Decimal(4), is_up=False) == 6
