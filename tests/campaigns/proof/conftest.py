"""A post that was approved over the API, from a known address, and a request for money likewise."""

from typing import Any

import pytest
from django_scopes import scopes_disabled

from campaigns.approvals.models import Approval
from tests.world import World, draft

AGENT = "Mozilla/5.0 (Android 15; Mobile) Firefox/150.0"


@pytest.fixture
def world(db: None, home: Any) -> World:
    return World.make()


@pytest.fixture
def decided(world: World) -> Approval:
    """A post with a picture and an emoji, approved by the approver."""
    picture = world.picture()
    body = draft(world.channel(), text="Un toit, c’est un droit 🏠\nŁódź l’a fait.")
    body["versions"][0]["pictures"] = [{"asset": str(picture.pk), "alt": "Une affiche verte"}]
    author, approver = world.client("author"), world.client("approver")
    post = author.post("/api/posts/", body, format="json").data["id"]
    assert author.post(f"/api/posts/{post}/submit/", {"note": "Pour jeudi"}, format="json").status_code == 200
    return decide(approver, comment="Très bien")


def decide(client: Any, *, verdict: str = "approve", comment: str = "") -> Approval:
    """The first card that this person may decide on is decided."""
    card = next(c for c in client.get("/api/decisions/").data if c["may_decide"])
    body = {"verdict": verdict, "comment": comment, "fingerprint": card["fingerprint"]}
    answer = client.post(
        f"/api/decisions/{card['id']}/decide/", body, format="json", REMOTE_ADDR="203.0.113.7", headers={"User-Agent": AGENT}
    )
    assert answer.status_code == 200, answer.data
    with scopes_disabled():
        found: Approval = Approval.objects.get(pk=card["id"])
    return found
