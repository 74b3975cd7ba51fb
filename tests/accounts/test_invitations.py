"""An invitation works once, for the invited, while it is open; also where nobody may sign up."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from django_scopes import scopes_disabled
from rest_framework.test import APIClient

from accounts.orgs.models import Invitation, Membership
from accounts.people.models import User

PASSWORD = "une-tres-longue-phrase"


def sent() -> Any:
    return mail.outbox[-1]


@pytest.fixture(autouse=True)
def _closed(settings):
    settings.OPEN = False
    settings.SITE_URL = "https://carillon.example"


@pytest.fixture
def invite(world, django_capture_on_commit_callbacks):
    """Invite and return the token of the link that was mailed."""

    def send(email="new@example.org", **more):
        with django_capture_on_commit_callbacks(execute=True):
            answer = world.client("admin", world.organisation).post(
                "/api/invitations/", {"email": email, "roles": ["author"], **more}, format="json"
            )
        assert answer.status_code == 201, answer.content
        link = re.search(r"https://carillon\.example/join/(\S+)", sent().body)
        assert link
        assert link[1] not in answer.content.decode()  # an administrator does not sign up in somebody's place
        return link[1]

    return send


def join(token, client=None, **more):
    body = {"token": token, "name": "New", "password": PASSWORD, "language": "nl"} | more
    return (client or APIClient()).post("/api/invitations/join/", body, format="json")


def test_a_new_person_joins_and_is_signed_in(world, invite):
    client, token = APIClient(), invite()
    seen = client.post("/api/invitations/look/", {"token": token}, format="json").json()
    assert (seen["organisation"], seen["email"], seen["roles"], seen["has_account"]) == ("Ours", "new@example.org", ["author"], False)
    answer = join(token, client)
    assert answer.status_code == 201 and answer.json() == {"slug": "ours", "name": "Ours"}
    me = client.get("/api/me/").json()
    assert (me["email"], me["name"], me["language"]) == ("new@example.org", "New", "nl")
    assert [mine["roles"] for mine in me["organisations"]] == [["author"]]
    again = APIClient()
    assert sign_in(again, "new@example.org").status_code == 200


def sign_in(client, email):
    return client.post("/_allauth/browser/v1/auth/login", {"email": email, "password": PASSWORD}, format="json")


def test_the_mail_is_in_the_language_asked_for(world, invite):
    invite(language="fr")
    message = sent()
    assert message.to == ["new@example.org"] and '<html lang="fr">' in message.alternatives[0][0] and "Ours" in message.subject


def test_a_person_with_an_account_signs_in_and_accepts(world, invite):
    token = invite("stranger@example.org")
    assert APIClient().post("/api/invitations/look/", {"token": token}, format="json").json()["has_account"] is True
    assert join(token).json()["problem"] == "account-exists"
    assert world.client("stranger").post("/api/invitations/accept/", {"token": token}, format="json").json()["slug"] == "ours"
    assert world.client("stranger").get("/api/organisation/").status_code == 200


def test_it_works_once(world, invite):
    token = invite()
    assert join(token).status_code == 201
    User.objects.filter(email="new@example.org").delete()
    assert join(token).json()["problem"] == "invitation-gone"


def test_it_works_for_nobody_else(world, invite):
    token = invite()
    answer = world.client("stranger").post("/api/invitations/accept/", {"token": token}, format="json")
    assert (
        answer.status_code == 403 and answer.json()["problem"] == "invitation-for-other" and "new@example.org" in answer.json()["message"]
    )


def test_nobody_chooses_other_roles_or_another_address_on_the_way(world, invite):
    join(invite(), roles=["admin"], email="boss@example.org", is_staff=True)
    user = User.objects.get(email="new@example.org")
    with scopes_disabled():
        assert Membership.objects.get(user=user).roles == ["author"] and not user.is_staff
    assert not User.objects.filter(email="boss@example.org").exists()


def test_it_ends_after_two_weeks(world, invite):
    token = invite()
    with scopes_disabled():
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert join(token).status_code == 404


def test_a_revoked_or_replaced_link_no_longer_works(world, invite):
    first, second = invite(), invite()
    assert join(first).json()["problem"] == "invitation-gone"
    client = world.client("admin", world.organisation)
    (waiting,) = client.get("/api/invitations/").json()["results"]
    assert client.delete(f"/api/invitations/{waiting['id']}/").status_code == 204
    assert join(second).json()["problem"] == "invitation-gone"


@pytest.mark.parametrize("password", ["short", "password123", "new@example.org"])
def test_a_weak_password_is_refused_in_words(world, invite, password):
    answer = join(invite(), password=password)
    assert answer.status_code == 400 and answer.json()["fields"]["password"]
    assert not User.objects.filter(email="new@example.org").exists()


def test_a_member_is_not_invited_again(world):
    answer = world.client("admin", world.organisation).post(
        "/api/invitations/", {"email": "Planner@Example.org", "roles": ["viewer"]}, format="json"
    )
    assert answer.status_code == 409 and answer.json()["fields"]["email"]


@pytest.mark.parametrize("name", ["planner", "author", "approver", "treasurer", "viewer"])
def test_only_administrators_invite_list_and_revoke(world, invite, name):
    invite()
    with scopes_disabled():
        invitation = Invitation.objects.get()
    client = world.client(name, world.organisation)
    assert client.post("/api/invitations/", {"email": "x@example.org", "roles": ["admin"]}, format="json").status_code == 403
    assert client.get("/api/invitations/").status_code == 403
    assert client.delete(f"/api/invitations/{invitation.pk}/").status_code == 403


def test_other_organisations_invitations_are_not_there(world, invite):
    invite()
    with scopes_disabled():
        invitation = Invitation.objects.get()
    client = world.client("other")
    assert client.get("/api/invitations/").json()["count"] == 0
    assert client.delete(f"/api/invitations/{invitation.pk}/").status_code == 404


def test_guessing_is_slowed_down(db):
    codes = [APIClient().post("/api/invitations/look/", {"token": "guess"}, format="json").status_code for _ in range(25)]
    assert 404 in codes and codes[-1] == 429
