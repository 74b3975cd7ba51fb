"""A process that fills an organisation with years of posts, and tells how many queries the calendar makes for a week of them.

`python -m bench.stage_calendar` prints, as JSON: a token, and for each week its start, its placements and its queries.
"""

import json
import os
import random
import sys
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django_scopes import scopes_disabled  # noqa: E402

from accounts.channels.models import Channel  # noqa: E402
from accounts.orgs.models import Membership, Organisation  # noqa: E402
from accounts.people.models import ApiToken, User  # noqa: E402
from bench.call import text  # noqa: E402
from bench.stage import put, settle  # noqa: E402
from campaigns.plan.models import Campaign  # noqa: E402
from campaigns.posts.models import Placement, Post, Version  # noqa: E402

PLACEMENTS, ON_CHANNELS = 200_000, 5
BUSY, QUIET = (datetime(2026, 11, 2, tzinfo=UTC), 500), (datetime(2026, 11, 9, tzinfo=UTC), 50)
FROM, YEARS = datetime(2023, 1, 2, tzinfo=UTC), 3
WEEK = timedelta(days=7)
LANGUAGES = ("fr", "nl")
chance = random.Random(11)


def stage() -> str:
    """The organisation has its 200 000 placements, the two weeks exactly theirs; return a token of one of its people."""
    organisation = Organisation.objects.create(slug="years", name="Years", languages=list(LANGUAGES))
    person = User.objects.create_user("planner@example.org", name="Planner")
    Membership.objects.create(organisation=organisation, user=person, roles=["planner"])
    names = [("facebook", "Page"), ("instagram", "Profile"), ("twitter", "Account")]
    places = [
        Channel(organisation=organisation, network=network, remote_id=f"{network}-{number}", name=f"{name} {number}")
        for network, name in names
        for number in range(8)
    ]
    campaigns = [Campaign(organisation=organisation, name=f"Campaign {number}", utm=f"campaign-{number}") for number in range(20)]
    put(Channel, places)
    put(Campaign, campaigns)
    for some in moments():
        rows = [post_at(moment, organisation, person, places, campaigns) for moment in some]
        put(Post, [post for post, _, _ in rows])
        put(Version, [version for _, versions, _ in rows for version in versions])
        put(Placement, [placement for _, _, placements in rows for placement in placements])
    settle()
    return ApiToken.issue(user=person)[1]


def moments() -> list[list[datetime]]:
    """Return when each post is planned, in lots that fit in memory: the two weeks, and the rest spread over the years before them."""
    weeks = [start + WEEK * chance.random() for start, placements in (BUSY, QUIET) for _ in range(placements // ON_CHANNELS)]
    rest = [FROM + timedelta(days=365 * YEARS) * chance.random() for _ in range(PLACEMENTS // ON_CHANNELS - len(weeks))]
    every = [*weeks, *rest]
    return [every[start : start + 2_000] for start in range(0, len(every), 2_000)]


def post_at(
    moment: datetime, organisation: Organisation, person: User, places: list[Channel], campaigns: list[Campaign], *, on: int = ON_CHANNELS
) -> tuple[Post, list[Version], list[Placement]]:
    number = chance.randrange(10**9)
    past = moment < BUSY[0]
    post = Post(
        organisation=organisation, author=person, campaign=chance.choice(campaigns), state=Post.State.APPROVED, search=text(number).lower()
    )
    versions = [Version(post=post, language=language, segments=[text(number)]) for language in LANGUAGES]
    placements = [
        Placement(
            id=uuid4(),
            organisation=organisation,
            post=post,
            channel=channel,
            languages=[LANGUAGES[place % 2]],
            spoken=LANGUAGES[place % 2],
            planned_at=moment,
            local_time=f"{moment:%Y-%m-%dT%H:%M}",
            claimed_at=moment if past else None,
            outcome=Placement.Outcome.PUBLISHED if past else "",
            outcome_at=moment if past else None,
            permalink=f"https://www.facebook.com/{number}" if past else "",
        )
        for place, channel in enumerate(chance.sample(places, on))
    ]
    return post, versions, placements


def asked(token: str, start: datetime) -> dict[str, object]:
    """Return what the calendar of that week costs in queries."""
    span = {"from": start.isoformat(), "to": (start + WEEK).isoformat()}
    client = Client(headers={"authorization": f"Bearer {token}", "host": settings.ALLOWED_HOSTS[0]})
    client.get("/api/calendar/", span)  # the first use of a token in five minutes is noted
    with CaptureQueriesContext(connection) as captured:
        answer = client.get("/api/calendar/", span)
    assert answer.status_code == 200, answer.content[:300]
    return {**span, "placements": len(answer.json()), "queries": len(captured), "bytes": len(answer.content)}


if __name__ == "__main__":
    with scopes_disabled():
        secret = stage()
    json.dump({"token": secret, "weeks": [asked(secret, start) for start, _ in (BUSY, QUIET)]}, sys.stdout)
