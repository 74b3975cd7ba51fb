"""What the screen at an address asks first, answered before it asks: the page carries the answers, which spares a phone a way."""

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import structlog
from django.http import Http404, HttpRequest, QueryDict
from django.urls import resolve

from campaigns.posts.cadence.weeks import midnight, monday_of

log = structlog.get_logger(__name__)

AGENDA_DAYS = 14
MOST_PICTURES = 8


@dataclass(frozen=True)
class Question:
    """As the web app names it (frontend/src/api/client.ts, queryOptions): an address of the API, and what fills it in."""

    path: str
    params: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return self.path.format(**self.params.get("path", {}))

    @property
    def query(self) -> str:
        given = self.params.get("query", {})
        return urlencode({name: str(value).lower() if isinstance(value, bool) else value for name, value in given.items()})


FRAME = (
    Question("/api/notices/", {"query": {"unread": True, "page_size": 1}}),
    Question("/api/decisions/count/"),
    Question("/api/stop/"),
)


def questions(path: str, query: QueryDict, *, zone: ZoneInfo, is_phone: bool, today: date) -> list[Question]:
    """Return what the screen at this path of an organisation asks before it draws, what it is about first; nothing for others."""
    match path.strip("/").split("/")[1:]:
        case ["calendar"] if not query.get("q"):
            return [*_calendar(query, zone=zone, is_phone=is_phone, today=today), *FRAME]
        case ["decisions"] if not query.get("past"):
            waiting = Question("/api/decisions/", {"query": {"state": "open"}})
            return [waiting, Question("/api/channels/"), Question("/api/takebacks/", {"query": {"left": True}}), *FRAME]
        case ["posts", post] if post != "new":
            return [
                Question("/api/posts/{id}/", {"path": {"id": post}}),
                Question("/api/channels/", {"query": {"gone": True}}),
                Question("/api/networks/"),
                Question("/api/campaigns/"),
                Question("/api/channel-groups/"),
                Question("/api/takebacks/", {"query": {"post": post}}),
                *FRAME,
            ]
    return []


def _calendar(query: QueryDict, *, zone: ZoneInfo, is_phone: bool, today: date) -> Iterator[Question]:
    view = query.get("view") or ("agenda" if is_phone else "week")
    count = {"day": 1, "week": 7, "agenda": AGENDA_DAYS}.get(view)
    if count is None:
        return
    try:
        given = query.get("date")
        day = date.fromisoformat(given) if isinstance(given, str) else today
        first = monday_of(day) if view == "week" else day
        end = first + timedelta(days=count)
        instants = {"from": _instant(midnight(first, zone)), "to": _instant(midnight(end, zone))}
    except (ValueError, OverflowError):
        return  # an address somebody mistyped, or a day beyond all calendars
    days = {"from": first.isoformat(), "to": end.isoformat()}
    yield Question("/api/calendar/", {"query": instants})
    yield Question("/api/outside/", {"query": instants})
    yield Question("/api/layers/", {"query": days})
    yield Question("/api/slots/free/", {"query": instants})
    yield Question("/api/cadence/gaps/", {"query": instants})
    yield Question("/api/campaigns/")
    yield Question("/api/channels/")
    yield Question("/api/members/")


def pictures(post: dict[str, Any]) -> list[Question]:
    """Return what the composer asks of the pictures of this post."""
    used = {picture["asset"] for version in post["versions"] for picture in version["pictures"]}
    return [Question("/api/assets/{id}/", {"path": {"id": asset}}) for asset in sorted(used)][:MOST_PICTURES]


def papers(cards: list[dict[str, Any]]) -> list[Question]:
    """Return what the first card asks of the files of its request."""
    return [Question("/api/documents/", {"query": {"request": card["money"]["id"]}}) for card in cards[:1] if card["money"]]


def _instant(at: datetime) -> str:
    """As a browser writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def is_phone(request: HttpRequest) -> bool:
    return "Mobi" in request.headers.get("User-Agent", "")


def answers(request: HttpRequest, *, zone: ZoneInfo) -> Iterator[dict[str, Any]]:
    """Give {path, params, answer} of each question the API has an answer to for this person; the app asks the others itself."""
    asked = questions(
        request.path,
        request.GET,
        zone=zone,
        is_phone=is_phone(request),
        today=datetime.now(zone).date(),
    )
    organisation = request.path.strip("/").partition("/")[0]
    while asked:
        question = asked.pop(0)
        answer = _answer(request, question, organisation)
        if answer is None:
            continue
        yield {"path": question.path, "params": question.params, "answer": answer}
        if question.path == "/api/posts/{id}/":
            asked += pictures(answer)
        elif question.path == "/api/decisions/":
            asked += papers(answer)


def _answer(request: HttpRequest, question: Question, organisation: str) -> Any:
    try:
        view = resolve(question.url)
    except Http404:
        return None
    asking = copy.copy(request)
    asking.__dict__.pop("headers", None)  # kept of the page's own request
    asking.path = asking.path_info = question.url
    asking.GET = QueryDict(question.query)
    asking.META = {
        **{name: value for name, value in request.META.items() if not name.startswith("HTTP_IF_")},
        "PATH_INFO": question.url,
        "QUERY_STRING": question.query,
        "HTTP_ACCEPT": "application/json",
        "HTTP_X_ORGANISATION": organisation,
    }
    try:
        response = view.func(asking, *view.args, **view.kwargs)
    except Exception:
        # The page is on its way already. Asked by the app, the same trouble is shown where it belongs.
        log.exception("ahead.failed", path=question.path)
        return None
    if response.status_code != 200:
        return None
    if not getattr(response, "is_rendered", True):
        response.render()
    return json.loads(response.content)
