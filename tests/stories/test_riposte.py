"""The news breaks: ten minutes later the answer is on the wall in French and Dutch."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.orgs.models import Organisation
from campaigns.riposte.models import Duty
from scheduler.delivery import claim
from tests.sandbox_server import SandboxServer
from tests.stories.play import claim_all, connected, deliver
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)

FR, NL = "« Le gel des loyers est abandonné » Nous disons non.", "Geen bevriezing van de huren? Wij zeggen nee."


def asked(world: World, wall: SandboxServer) -> dict[str, Any]:
    """Return a riposte in both languages about which the approver on call is asked."""
    page, account = connected(world, wall, "facebook"), connected(world, wall, "twitter")
    now = timezone.now()
    with scopes_disabled():
        Duty.objects.create(organisation=world.organisation, person=world.approver, starts_at=now, ends_at=now + timedelta(days=1))
    body = {
        "headline": "Le gel des loyers est abandonné",
        "link": "https://news.example/loyers",
        "news_at": (now - timedelta(minutes=9)).isoformat(),
        "versions": [{"language": "fr", "segments": ["« {headline} » Nous disons non."]}, {"language": "nl", "segments": [NL]}],
        "placements": [{"channel": str(page.pk), "languages": ["fr"]}, {"channel": str(account.pk), "languages": ["nl"]}],
    }
    riposte = world.client("author").post("/api/ripostes/", body, format="json").data
    answer = world.client("author").post(f"/api/ripostes/{riposte['id']}/ask/")
    assert answer.status_code == 200, answer.data
    return dict(answer.data)


def approve(world: World, who: str, riposte: dict[str, Any]) -> Any:
    card = world.client(who).get(f"/api/decisions/{riposte['approval']}/").data
    body = {"verdict": "approve", "fingerprint": card["fingerprint"]}
    return world.client(who).post(f"/api/decisions/{card['id']}/decide/", body, format="json")


def seen(world: World, riposte: dict[str, Any]) -> dict[str, Any]:
    return dict(world.client("author").get(f"/api/ripostes/{riposte['id']}/").data)


def test_one_yes_of_whoever_is_on_call_and_it_is_live_in_both_languages(world: World, wall: SandboxServer):
    riposte = asked(world, wall)
    assert claim_all() == []
    assert approve(world, "approver", riposte).status_code == 200
    born = claim_all()
    assert {str(deliver(delivery).state) for delivery in born} == {"published"}
    online = {row["network"]: row["text"] for row in wall.control("ledger")}
    assert FR in online["facebook"] and NL in online["twitter"]
    shown = seen(world, riposte)
    live = {m["language"]: m["after_s"] for m in shown["marks"] if m["mark"] == "live"}
    assert shown["stage"] == "live" and not shown["is_running"]
    assert live.keys() == {"fr", "nl"} and all(9 * 60 <= seconds < 11 * 60 for seconds in live.values())
    assert all(p["permalink"] for p in shown["content"]["placements"])


def test_nobody_else_has_to_be_waited_for_but_anybody_with_the_right_may_say_yes(world: World, wall: SandboxServer):
    riposte = asked(world, wall)
    assert riposte["called"] == ["Approver"]
    assert approve(world, "second_approver", riposte).status_code == 200
    assert len(claim_all()) == 2


def test_without_a_yes_nothing_goes_out_even_when_its_window_ends(world: World, wall: SandboxServer):
    riposte = asked(world, wall)
    with scopes_disabled():
        assert claim.claim_due(now=timezone.now() + timedelta(minutes=31), ahead=timedelta(seconds=2)) == []
    assert seen(world, riposte)["stage"] == "asked"


def test_a_crisis_stop_holds_an_approved_riposte(world: World, wall: SandboxServer):
    riposte = asked(world, wall)
    approve(world, "approver", riposte)
    Organisation.objects.filter(pk=world.organisation.pk).update(stopped_at=timezone.now(), stop_reason="Deuil")
    assert claim_all() == []
    shown = seen(world, riposte)
    assert shown["is_stopped"] and shown["stage"] == "going"
    Organisation.objects.filter(pk=world.organisation.pk).update(stopped_at=None)
    assert len(claim_all()) == 2


def test_a_text_changed_after_the_yes_does_not_go_out(world: World, wall: SandboxServer):
    riposte = asked(world, wall)
    approve(world, "approver", riposte)
    body = {"versions": [{"language": "fr", "segments": ["Autre chose."]}, {"language": "nl", "segments": [NL]}]}
    world.client("author").patch(f"/api/posts/{riposte['post']}/", body, format="json")
    assert claim_all() == []
    assert seen(world, riposte)["stage"] == "draft"
