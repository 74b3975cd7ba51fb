"""Anybody may know which Carillon this is, where its source text is, and whether it waits for its first person."""

from typing import Any

import pytest
from django.test import Client

from accounts.people.models import User


@pytest.mark.django_db
def test_version_and_source_are_told_to_anybody(client: Client, settings: Any) -> None:
    settings.SOURCE_URL = "https://code.example/carillon"
    answer = client.get("/api/about/").json()
    assert answer == {
        "version": settings.VERSION,
        "licence": "AGPL-3.0-or-later",
        "source_url": "https://code.example/carillon",
        "is_demo": True,
        "is_new": True,
    }
    assert settings.VERSION[0].isdigit()


@pytest.mark.django_db
def test_it_is_new_until_somebody_has_an_account(client: Client) -> None:
    User.objects.create_user(email="awa@ong.example", password="Montagne-Bleue-42")
    assert client.get("/api/about/").json()["is_new"] is False
