"""Signing in and out, a new password, and who may sign up: allauth's headless API as the web app speaks it."""

import re
from typing import Any

import pytest
from django.core import mail
from rest_framework.test import APIClient

from accounts.people.models import User

BASE = "/_allauth/browser/v1"
PASSWORD = "a-long-password"


@pytest.fixture
def client():
    """A browser that checks CSRF, as the real one."""
    made = APIClient(enforce_csrf_checks=True)
    made.get(f"{BASE}/config")
    made.get(f"{BASE}/auth/session")
    return made


def send(client, method, path, body=None, **more):
    csrf = client.cookies.get("csrftoken")
    headers = {"HTTP_X_CSRFTOKEN": csrf.value} if csrf else {}
    return getattr(client, method)(path, body, format="json", **headers, **more)


def sign_in(client, email="planner@example.org", password=PASSWORD):
    return send(client, "post", f"{BASE}/auth/login", {"email": email, "password": password})


@pytest.fixture(autouse=True)
def _world(world):
    return world


def test_signing_in_and_out(client):
    assert sign_in(client).status_code == 200
    assert client.get("/api/me/").json()["email"] == "planner@example.org"
    assert send(client, "delete", f"{BASE}/auth/session").status_code == 401
    assert client.get("/api/me/").status_code == 401


def test_the_address_is_read_in_any_case(client):
    assert sign_in(client, "Planner@Example.ORG").status_code == 200


@pytest.mark.parametrize(("email", "password"), [("planner@example.org", "wrong"), ("nobody@example.org", PASSWORD)])
def test_a_wrong_password_and_an_unknown_address_sound_alike(client, email, password):
    answer = sign_in(client, email, password)
    assert answer.status_code == 400 and [error["code"] for error in answer.json()["errors"]] == ["email_password_mismatch"]


def test_trying_many_passwords_is_stopped(client):
    answers = [sign_in(client, password=f"wrong-{n}") for n in range(12)]
    assert answers[-1].json()["errors"][0]["code"] == "too_many_login_attempts"
    assert sign_in(client).status_code == 400  # also with the right one, for a while


def test_a_change_by_session_needs_the_csrf_token(client):
    sign_in(client)
    assert client.patch("/api/me/", {"name": "X"}, format="json").status_code == 403
    assert send(client, "patch", "/api/me/", {"name": "X"}).status_code == 200


def test_a_new_password_by_mail_in_the_readers_language(client, settings):
    User.objects.filter(email="planner@example.org").update(language="de")
    assert send(client, "post", f"{BASE}/auth/password/request", {"email": "planner@example.org"}).status_code == 200
    message: Any = mail.outbox[0]
    assert message.to == ["planner@example.org"] and '<html lang="de">' in message.alternatives[0][0]
    key = re.search(rf"{re.escape(settings.SITE_URL)}/reset/(\S+)", message.body)
    assert key
    fresh = "ein-neues-langes-wort"
    answer = send(client, "post", f"{BASE}/auth/password/reset", {"key": key[1], "password": fresh})
    assert answer.status_code in (200, 401), answer.content
    other = APIClient()
    assert sign_in(other).status_code == 400
    assert sign_in(other, password=fresh).status_code == 200
    assert send(client, "post", f"{BASE}/auth/password/reset", {"key": key[1], "password": fresh}).status_code == 400  # used up


def test_asking_for_an_unknown_address_sounds_the_same(client):
    assert send(client, "post", f"{BASE}/auth/password/request", {"email": "nobody@example.org"}).status_code == 200
    assert mail.outbox[0].to == ["nobody@example.org"] and "nobody signs in" in mail.outbox[0].body


def test_a_mail_server_that_is_down_is_no_error_page(client, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1", 1
    assert send(client, "post", f"{BASE}/auth/password/request", {"email": "planner@example.org"}).status_code == 200


# ── Signing up ───────────────────────────────────────────────────────────────────────────────────────────────────
def sign_up(client, email="new@example.org", password="une-tres-longue-phrase", **more):
    return send(client, "post", f"{BASE}/auth/signup", {"email": email, "password": password}, **more)


def test_an_open_installation_takes_anybody(client):
    assert sign_up(client, HTTP_ACCEPT_LANGUAGE="nl").status_code == 200
    me = client.get("/api/me/").json()
    assert (me["email"], me["language"], me["organisations"], me["may_create_organisation"]) == ("new@example.org", "nl", [], True)


def test_a_closed_one_takes_nobody_but_the_first(client, settings):
    settings.OPEN = False
    assert sign_up(client).status_code == 403
    User.objects.all().delete()
    assert sign_up(client).status_code == 200
    assert sign_up(APIClient(), "second@example.org").status_code == 403


@pytest.mark.parametrize("password", ["short", "password123"])
def test_weak_passwords_are_refused(client, password):
    assert sign_up(client, password=password).status_code == 400


def test_signing_up_gives_no_power(client):
    send(
        client,
        "post",
        f"{BASE}/auth/signup",
        {"email": "n@example.org", "password": "une-tres-longue-phrase", "is_staff": True, "is_superuser": True},
    )
    user = User.objects.get(email="n@example.org")
    assert not user.is_staff and not user.is_superuser


def test_an_address_signs_up_once(client):
    assert sign_up(client, "Planner@example.org").json()["errors"][0]["code"] == "email_taken"
    assert User.objects.filter(email__iexact="planner@example.org").count() == 1


def test_the_readers_own_language_wins(client):
    User.objects.filter(email="planner@example.org").update(language="fr")
    sign_in(client)
    assert client.get("/api/me/", HTTP_ACCEPT_LANGUAGE="nl")["Content-Language"] == "fr"
