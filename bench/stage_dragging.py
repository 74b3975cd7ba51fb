"""A process that adds a week of 500 posts to come to the 200 000 placements of bench.stage_calendar.

`python -m bench.stage_dragging` prints, as JSON: a token, the organisation's slug, the week's Monday and how many posts it has.
"""

import json
import os
import sys
from datetime import UTC, datetime, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django_scopes import scopes_disabled  # noqa: E402

from accounts.channels.models import Channel  # noqa: E402
from accounts.orgs.models import Organisation  # noqa: E402
from accounts.people.models import User  # noqa: E402
from bench.stage import put, settle  # noqa: E402
from bench.stage_calendar import chance, post_at, stage  # noqa: E402
from campaigns.plan.models import Campaign  # noqa: E402
from campaigns.posts.models import Placement, Post, Version  # noqa: E402

POSTS, FIRST_HOUR, LAST_HOUR = 500, 7, 22
QUARTER = timedelta(minutes=15)


def fill(monday: datetime) -> str:
    """The week has its posts, from seven to ten on each day; return the organisation's slug."""
    organisation = Organisation.objects.get()
    person = User.objects.get()
    places, campaigns = list(Channel.objects.all()), list(Campaign.objects.all())
    rows = [post_at(moment(monday), organisation, person, places, campaigns, on=1 + number % 3) for number in range(POSTS)]
    put(Post, [post for post, _, _ in rows])
    put(Version, [version for _, versions, _ in rows for version in versions])
    put(Placement, [placement for _, _, placements in rows for placement in placements])
    settle()
    return str(organisation.slug)


def moment(monday: datetime) -> datetime:
    return monday + timedelta(days=chance.randrange(7), hours=FIRST_HOUR) + QUARTER * chance.randrange((LAST_HOUR - FIRST_HOUR) * 4)


if __name__ == "__main__":
    now = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    monday = now + timedelta(days=14 - now.weekday())
    with scopes_disabled():
        secret = stage()
        slug = fill(monday)
    json.dump({"token": secret, "slug": slug, "monday": f"{monday:%Y-%m-%d}", "posts": POSTS}, sys.stdout)
