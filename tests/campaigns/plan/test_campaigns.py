"""Campaigns on three horizons: started, counted, archived, and never lost with what belongs to them."""

import pytest
from django_scopes import scopes_disabled

from accounts.audit.models import AuditEntry
from campaigns.plan.models import Campaign
from tests.world import World, draft


@pytest.fixture
def world(db, home):
    return World.make()


@pytest.fixture
def planner(world):
    return world.client("planner", world.organisation)


def start(client, name="Loyers justes", **more):
    return client.post("/api/campaigns/", {"name": name, "goal": "10 000 signatures", "horizon": "medium", **more}, format="json")


def test_a_campaign_gets_its_tag_from_its_name(planner):
    assert start(planner).data["utm"] == "loyers-justes"
    assert start(planner).data["utm"] == "loyers-justes-2"
    assert start(planner, "Élan 2029 · Vooruitgang").data["utm"] == "elan-2029-vooruitgang"
    assert start(planner, "Ещё").data["utm"] == "campaign"


def test_a_tag_that_is_taken_is_refused_and_says_so(planner):
    start(planner)
    answer = start(planner, utm="loyers-justes")
    assert answer.status_code == 409 and "loyers-justes" in answer.data["message"]
    other = start(planner, "Autre").data
    assert planner.patch(f"/api/campaigns/{other['id']}/", {"utm": "loyers-justes"}, format="json").status_code == 409


def test_two_organisations_may_use_the_same_tag(world, planner):
    start(planner)
    assert start(world.client("other", world.other)).data["utm"] == "loyers-justes"


def test_it_does_not_end_before_it_begins(planner):
    answer = start(planner, starts_on="2026-12-01", ends_on="2026-11-30")
    assert answer.data["problem"] == "campaign-ends-before-start" and "ends_on" in answer.data["fields"]


def test_posts_are_counted_planned_and_published_apart(world, planner):
    campaign = start(planner).data["id"]
    page, photo = world.channel("facebook"), world.channel("twitter")
    author = world.client("author", world.organisation)
    posts = [
        author.post("/api/posts/", draft(page, photo, text=f"Texte {n}", campaign=campaign), format="json").data["id"] for n in range(3)
    ]
    with scopes_disabled():
        from campaigns.posts.models import Placement

        sent = Placement.objects.filter(post_id=posts[0]).first()
        sent.outcome = "published"
        sent.save()
    author.delete(f"/api/posts/{posts[2]}/")
    shown = planner.get(f"/api/campaigns/{campaign}/").data
    assert (shown["posts"], shown["drafts"], shown["planned"], shown["published"]) == (2, 2, 3, 1)


def test_horizons_are_listed_short_first_and_filtered(planner):
    for name, horizon in (("C", "long"), ("A", "medium"), ("B", "short")):
        start(planner, name, horizon=horizon)
    assert [c["name"] for c in planner.get("/api/campaigns/").data["results"]] == ["B", "A", "C"]
    assert [c["name"] for c in planner.get("/api/campaigns/?horizon=long").data["results"]] == ["C"]


def test_an_archived_one_is_out_of_the_way_and_comes_back(planner):
    campaign = start(planner).data["id"]
    assert planner.post(f"/api/campaigns/{campaign}/archive/").data["archived_at"]
    assert planner.get("/api/campaigns/").data["count"] == 0
    assert planner.get("/api/campaigns/?archived=true").data["count"] == 1
    assert planner.get(f"/api/campaigns/{campaign}/").status_code == 200
    assert planner.post(f"/api/campaigns/{campaign}/restore/").data["archived_at"] is None


def test_an_unused_one_is_removed(planner):
    campaign = start(planner).data["id"]
    assert planner.delete(f"/api/campaigns/{campaign}/").status_code == 204
    assert planner.get(f"/api/campaigns/{campaign}/").status_code == 404
    assert list(AuditEntry.objects.order_by("number").values_list("act", flat=True)) == ["campaign.started", "campaign.removed"]


@pytest.mark.parametrize("used_by", ["a post", "money"])
def test_a_used_one_is_archived_instead(world, planner, used_by):
    campaign = start(planner).data["id"]
    if used_by == "a post":
        world.client("author", world.organisation).post("/api/posts/", draft(world.channel(), campaign=campaign), format="json")
    else:
        treasurer = world.client("treasurer", world.organisation)
        period = treasurer.post("/api/periods/", {"name": "2026", "starts_on": "2026-01-01", "ends_on": "2026-12-31"}, format="json").data
        line = treasurer.post("/api/lines/", {"period": period["id"], "medium": "events", "planned_cents": 1}, format="json").data
        treasurer.post("/api/entries/", {"line": line["id"], "net_cents": 1, "on": "2026-11-02", "campaign": campaign}, format="json")
    answer = planner.delete(f"/api/campaigns/{campaign}/")
    assert answer.status_code == 200 and answer.data["archived_at"]
    with scopes_disabled():
        assert Campaign.objects.filter(pk=campaign).exists()


def test_only_planners_and_administrators_start_and_change(world, planner):
    campaign = start(planner).data["id"]
    for name in ("author", "approver", "treasurer", "viewer"):
        client = world.client(name, world.organisation)
        assert start(client).status_code == 403 and client.delete(f"/api/campaigns/{campaign}/").status_code == 403
        assert client.patch(f"/api/campaigns/{campaign}/", {"name": "X"}, format="json").status_code == 403
        assert client.get("/api/campaigns/").data["count"] == 1
    assert start(world.client("admin", world.organisation), "Autre").status_code == 201


def test_another_organisation_and_a_stranger_find_nothing(world, planner):
    campaign = start(planner).data["id"]
    other = world.client("other", world.other)
    assert other.get("/api/campaigns/").data["count"] == 0
    assert other.delete(f"/api/campaigns/{campaign}/").status_code == 404
    assert world.client("stranger").get(f"/api/campaigns/{campaign}/").status_code == 404
