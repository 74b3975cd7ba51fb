"""Anybody may know which Carillon this is and where its source text is."""

from typing import Any

from django.test import Client


def test_version_and_source_are_told_to_anybody(client: Client, settings: Any) -> None:
    settings.SOURCE_URL = "https://code.example/carillon"
    answer = client.get("/api/about/").json()
    assert answer == {
        "version": settings.VERSION,
        "licence": "AGPL-3.0-or-later",
        "source_url": "https://code.example/carillon",
        "is_demo": True,
    }
    assert settings.VERSION[0].isdigit()
