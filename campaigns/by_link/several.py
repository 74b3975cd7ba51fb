"""A letter about several posts at once: the first words and the times of each, with a link of its own to its decision."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext
from django_scopes import scope, scopes_disabled

import networks
from accounts.notify.enclosures import Enclosed
from accounts.notify.models import Notice
from accounts.orgs.models import Organisation
from accounts.people.models import User
from campaigns.approvals import selectors as approvals
from campaigns.approvals.crew import crew_of
from campaigns.approvals.models import Approval
from campaigns.by_link import saying, services
from campaigns.posts import filling
from campaigns.posts import selectors as posts
from campaigns.posts import services as post_services
from campaigns.posts.content import first_line
from campaigns.posts.models import Post

CODE = "posts-wait"
CAUSE = re.compile(r"^asked-by:([0-9a-f-]{36})$")  # the notice of one person's asking: it names who asked
MOST = 10  # the inbox shows all
WORDS_MOST = 120
LAST = datetime.max.replace(tzinfo=UTC)
JUST_BEFORE = timedelta(minutes=10)  # many are asked about in several breaths, and told of afterwards


@dataclass(frozen=True)
class Waiting:
    """One post of the letter."""

    words: str
    when: str
    where: str
    url: str


def enclose(notice: Notice, now: datetime) -> Enclosed | None:
    """Return the posts that wait for the notice's reader, of those that its sender asked about; None when none does any more."""
    found = CAUSE.match(notice.cause)
    if found is None:
        return None
    with scopes_disabled():
        organisation = Organisation.objects.get(pk=notice.organisation_id)
    with scope(organisation=organisation):
        waiting = asked_of(notice.user, by=UUID(found[1]), since=notice.created_at - JUST_BEFORE, organisation=organisation, now=now)
        about = {post.pk: post for post in posts.with_content().filter(pk__in=[a.subject_id for a in waiting], deleted_at=None)}
        filling.name_all(about.values())
        asked = sorted((a for a in waiting if a.subject_id in about), key=lambda a: first_of(about[a.subject_id]) or LAST)
        shown = [said_of(approval, about[approval.subject_id], reader=notice.user, now=now) for approval in asked[:MOST]]
    if not shown:
        return None
    rest = len(asked) - len(shown)
    more = gettext("and {count} more").format(count=rest) if rest else ""
    context = {"waiting": shown, "button": gettext("Look at it and decide"), "more": more}
    return Enclosed(
        url=f"{settings.SITE_URL}/{organisation.slug}/decisions",
        html=render_to_string("by_link/several.html", context),
        text=render_to_string("by_link/several.txt", context).strip(),
        terms=services.terms(now + services.OPEN_FOR, organisation, count=len(shown)),
        is_long=len(shown) > 2,
    )


def asked_of(reader: User, *, by: UUID, since: datetime, organisation: Organisation, now: datetime) -> list[Approval]:
    """Return what this person asked about since then and the reader may decide on now."""
    crew = crew_of(organisation, now=now)
    open_ = approvals.waiting().filter(subject_kind=post_services.KIND, asked_by=by, asked_at__gte=since)
    return [approval for approval in open_ if reader in approvals.deciders(approval, crew=crew, now=now)]


def said_of(approval: Approval, post: Post, *, reader: User, now: datetime) -> Waiting:
    """Return what the letter says of one of them, with a new link of the reader's to it."""
    first = first_of(post)
    return Waiting(
        words=Truncator(first_line(post, get_language() or "")).chars(WORDS_MOST) or gettext("Post without a text"),
        when=saying.moment(first, post.organisation.time_zone) if first else gettext("No time set"),
        where=", ".join(dict.fromkeys(networks.get(p.channel.network).label for p in post.placements.all())),
        url=services.link_for(approval, reader, now),
    )


def first_of(post: Post) -> datetime | None:
    """Return when the first of it would go out."""
    return min((p.planned_at for p in post.placements.all() if p.planned_at and not p.claimed_at), default=None)
