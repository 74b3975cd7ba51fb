"""The first words of a screen in plain text: a phone reads them while the app that draws them properly is still on its way."""

from typing import Any

from django.utils.html import format_html, format_html_join

MOST = 6


def opening(told: dict[str, Any]) -> str:
    """Return a list of what a screen with this answer (config/ahead.py) is about to say first; "" for an answer that says nothing."""
    lines = WORDS[told["path"]](told["answer"])[:MOST] if told["path"] in WORDS else []
    if not lines:
        return ""
    return format_html('<ul class="opening-words">{}</ul>', format_html_join("", '<li dir="auto"><b>{}</b> {}</li>', lines))


def _planned(rows: Any) -> list[tuple[str, str]]:
    # One line of a post that goes to several channels at once.
    return list(dict.fromkeys((row["local_time"][11:], row["first_line"]) for row in rows))


def _waiting(cards: Any) -> list[tuple[str, str]]:
    """The first card alone, as the phone shows it."""
    return [line for card in cards[:1] for line in (_written(card["post"]) if card["post"] else [(card["title"], card["note"])])]


def _written(post: Any) -> list[tuple[str, str]]:
    return [(version["language"].upper(), "\n".join(version["segments"])) for version in post["versions"][:1]]


WORDS = {"/api/calendar/": _planned, "/api/decisions/": _waiting, "/api/posts/{id}/": _written}
