"""Each decision keeps by which way it came, and the database lets nobody change that."""

import pytest
from django.db import DatabaseError, connection, transaction
from django_scopes import scopes_disabled

from accounts.people.models import ApiToken
from campaigns.approvals.models import Approval
from campaigns.posts.models import Placement, VersionPicture
from campaigns.proof.models import DecisionVia
from tests.campaigns.proof.conftest import AGENT, decide
from tests.world import World, draft


def test_it_says_how_from_where_and_with_what(decided: Approval, world: World):
    with scopes_disabled():
        via = DecisionVia.objects.get()
    assert (via.how, via.address, via.agent) == ("app", "203.0.113.7", AGENT)
    card = world.client("viewer").get(f"/api/decisions/{decided.pk}/").data
    assert [d["how"] for d in card["decisions"]] == ["app"]
    assert "203.0.113.7" not in str(card)


def test_a_programs_token_shows_by_itself(world: World):
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel()), format="json").data["id"]
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    _row, token = ApiToken.issue(user=world.approver)
    client = world.client("approver")
    client.force_authenticate(None)
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    decide(client)
    with scopes_disabled():
        assert DecisionVia.objects.get().how == "token"


def test_a_refused_decision_leaves_nothing(world: World):
    author = world.client("author")
    post = author.post("/api/posts/", draft(world.channel()), format="json").data["id"]
    author.post(f"/api/posts/{post}/submit/", {}, format="json")
    approver = world.client("approver")
    card = approver.get("/api/decisions/").data[0]
    body = {"verdict": "approve", "fingerprint": "0" * 64}
    assert approver.post(f"/api/decisions/{card['id']}/decide/", body, format="json").status_code == 409
    with scopes_disabled():
        assert not DecisionVia.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE campaigns_decisionvia SET address = '198.51.100.1'",
        "UPDATE campaigns_decisionvia SET how = 'link'",
        "DELETE FROM campaigns_decisionvia",
    ],
)
@pytest.mark.django_db(transaction=True)
def test_the_database_keeps_it(decided: Approval, statement: str):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    with scopes_disabled():
        assert DecisionVia.objects.get().address == "203.0.113.7"


def test_nor_does_the_model_change_or_remove_it(decided: Approval):
    with scopes_disabled():
        via = DecisionVia.objects.get()
        with pytest.raises(TypeError):
            via.save()
        with pytest.raises(TypeError):
            via.delete()


@pytest.mark.django_db(transaction=True)
def test_it_goes_with_its_organisation(decided: Approval, world: World):
    with scopes_disabled():
        Placement.objects.all().delete()
        VersionPicture.objects.all().delete()
        world.organisation.delete()
        assert not DecisionVia.objects.exists()
