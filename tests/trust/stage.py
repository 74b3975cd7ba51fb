"""A script for a process of its own: fill an empty installation with approved posts that are due at one moment. Prints their number."""

import os
import sys
from datetime import UTC, datetime, timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.utils import timezone  # noqa: E402
from django_scopes import scope  # noqa: E402

from accounts.channels import services as channels  # noqa: E402
from accounts.orgs.models import Membership, Organisation  # noqa: E402
from accounts.people.models import User  # noqa: E402
from campaigns.posts import services as posts  # noqa: E402
from campaigns.posts.draft import Draft, DraftPlacement, DraftVersion  # noqa: E402
from campaigns.posts.models import Placement  # noqa: E402
from networks.contract import Account, Tokens  # noqa: E402


def main(count: int, at: float, grants: list[str]) -> None:
    """`grants`: network:account:token for each channel. `at`: epoch seconds."""
    organisation = Organisation.objects.create(slug="trust", name="Trust", posts_need_approval=False)
    writer = User.objects.create_user("writer@example.org", "a-long-password")
    with scope(organisation=organisation):
        Membership.objects.create(organisation=organisation, user=writer, roles=["planner"])
        pages = []
        for grant in grants:
            network, account, token = grant.split(":", 2)
            found = Account(remote_id=account, name=network, handle="trust", tokens=Tokens(access=token))
            pages.append(channels.add(organisation=organisation, network=network, account=found, by=None, now=timezone.now()))
        due = datetime.fromtimestamp(at, UTC)
        for number in range(count):
            text = f"Message {number} : un loyer juste pour la commune {number}."
            placements = [DraftPlacement(channel=page.pk, languages=["fr"], local_time="2099-01-01T09:00") for page in pages]
            draft = Draft(versions=[DraftVersion(language="fr", segments=[text])], placements=placements)
            post = posts.create(organisation=organisation, by=writer, draft=draft, now=timezone.now())
            Placement.objects.filter(post=post).update(planned_at=due + timedelta(milliseconds=20 * number))
            posts.submit(post=post, by=writer, now=timezone.now())
    print(count * len(pages))


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:])
