"""API tokens: shown once, stored hashed, the person's own, and no stronger than the person."""

import io

import pytest
from django.core.management import CommandError, call_command
from rest_framework.test import APIClient

from accounts.people.models import ApiToken


def with_token(token, **more):
    return APIClient(HTTP_AUTHORIZATION=f"Bearer {token}", **more)


@pytest.fixture
def made(world):
    answer = world.client("planner").post("/api/tokens/", {"name": "Zapier"}, format="json")
    assert answer.status_code == 201
    return answer.json()


def test_it_acts_for_the_person(world, made):
    assert with_token(made["token"]).get("/api/me/").json()["email"] == "planner@example.org"
    assert with_token(made["token"]).patch("/api/organisation/", {"name": "X"}, format="json").status_code == 403
    assert ApiToken.objects.get().last_used_at


def test_it_is_shown_once_and_stored_hashed(world, made):
    listed = world.client("planner").get("/api/tokens/")
    assert made["token"] not in listed.content.decode() and listed.json()["results"][0]["name"] == "Zapier"
    row = ApiToken.objects.get()
    assert made["token"] not in repr(vars(row)) and row.digest == ApiToken.digest_of(made["token"])


def test_revoked_means_revoked_at_once(world, made):
    assert world.client("planner").delete(f"/api/tokens/{made['id']}/").status_code == 204
    assert with_token(made["token"]).get("/api/me/").status_code == 401


def test_nobody_sees_or_revokes_another_persons(world, made):
    admin = world.client("admin")
    assert admin.get("/api/tokens/").json()["count"] == 0
    assert admin.delete(f"/api/tokens/{made['id']}/").status_code == 404


def test_a_token_makes_no_token(made):
    answer = with_token(made["token"]).post("/api/tokens/", {"name": "more"}, format="json")
    assert answer.status_code == 403 and answer.json()["problem"] == "token-makes-no-token"


def test_who_was_switched_off_has_no_token_any_more(world, made):
    world.planner.is_active = False
    world.planner.save()
    assert with_token(made["token"]).get("/api/me/").status_code == 401


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Bearer x y", "bearer nonsense", "Token x", "Bearer \xff"])
def test_nonsense_is_401(db, header):
    assert APIClient(HTTP_AUTHORIZATION=header).get("/api/me/").status_code == 401


def test_programs_choose_their_language_by_header(made):
    answer = with_token(made["token"], HTTP_ACCEPT_LANGUAGE="fr").get("/api/organisation/?organisation=theirs")
    assert answer.status_code == 404 and answer["Content-Language"] == "fr"


def test_the_command_prints_a_token_that_works(world):
    out = io.StringIO()
    call_command("token", "Planner@example.org", "--name", "bench", stdout=out)
    assert with_token(out.getvalue().strip()).get("/api/me/").json()["email"] == "planner@example.org"
    assert ApiToken.objects.get().name == "bench"
    with pytest.raises(CommandError, match="Nobody"):
        call_command("token", "nobody@example.org")
