"""The verbs of a riposte: start it, say more of the news, call it off, take it up again. Asking is in asking.py."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from accounts.audit import services as audit
from accounts.notify import live
from accounts.orgs.models import Organisation
from accounts.people.models import User
from accounts.problems import Refusal
from campaigns.posts import services as posts
from campaigns.posts.draft import Draft
from campaigns.riposte.models import Riposte

KIND = "riposte"
NEWS_MOST = timedelta(days=2)  # older news is no riposte


@transaction.atomic
def start(
    *,
    organisation: Organisation,
    by: User,
    headline: str,
    link: str,
    draft: Draft,
    template_name: str = "",
    news_at: datetime | None = None,
    delay_min: int = 0,
    now: datetime,
) -> Riposte:
    """The stopwatch runs, and a draft stands with these texts."""
    post = posts.create(organisation=organisation, by=by, draft=draft, now=now)
    riposte: Riposte = Riposte.objects.create(
        organisation=organisation,
        post=post,
        headline=headline.strip(),
        link=link,
        template_name=template_name,
        started_by=by,
        news_at=checked_news(news_at or now, now=now),
        started_at=now,
        delay_min=delay_min,
    )
    note(riposte, "riposte.started", by=by, now=now)
    return riposte


@transaction.atomic
def change(
    *, riposte: Riposte, headline: str | None = None, news_at: datetime | None = None, delay_min: int | None = None, now: datetime
) -> Riposte:
    """What is known of the news is as given; how long to wait can be said until somebody is asked."""
    if headline is not None:
        riposte.headline = headline.strip()
    if news_at is not None:
        riposte.news_at = checked_news(news_at, now=now)
    if delay_min is not None and delay_min != riposte.delay_min:
        if riposte.post.state in posts.ASKED:
            raise Refusal("already-submitted", status=409)
        riposte.delay_min = delay_min
    riposte.save()
    announce(riposte)
    return riposte


def checked_news(at: datetime, *, now: datetime) -> datetime:
    if not now - NEWS_MOST <= at <= now + timedelta(minutes=1):
        raise Refusal("news-time-odd", fields={"news_at": "news-time-odd"})
    return min(at, now)


@transaction.atomic
def call_off(*, riposte: Riposte, by: User, now: datetime) -> Riposte:
    """It is no longer running. What nobody has sent yet is a draft again; what is online stays. Undo: `take_up`."""
    if riposte.closed_at:
        return riposte
    if riposte.post.state in posts.ASKED and any(not p.claimed_at for p in riposte.post.placements.all()):
        posts.withdraw(post=riposte.post, by=by, now=now)
    riposte.closed_at, riposte.next_ask_at = now, None
    riposte.save(update_fields=["closed_at", "next_ask_at"])
    note(riposte, "riposte.called_off", by=by, now=now)
    return riposte


@transaction.atomic
def take_up(*, riposte: Riposte, by: User, now: datetime) -> Riposte:
    """It runs again, as a draft."""
    riposte.closed_at = None
    riposte.save(update_fields=["closed_at"])
    note(riposte, "riposte.taken_up", by=by, now=now)
    return riposte


def note(riposte: Riposte, act: str, *, by: User | None, people: Sequence[User] = (), now: datetime) -> None:
    """It is on record, and open screens hear of it."""
    data = {"people": [str(p) for p in people]} if people else {}
    audit.record(organisation=riposte.organisation, actor=by, act=act, subject_kind=KIND, subject_id=riposte.pk, data=data, now=now)
    announce(riposte)


def announce(riposte: Riposte) -> None:
    live.publish(organisation_id=riposte.organisation_id, kind=KIND, id=str(riposte.pk))
