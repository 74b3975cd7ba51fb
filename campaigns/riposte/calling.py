"""Who is called upon to say yes, told at once; and who is called next when nobody answers."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from campaigns.approvals.models import Approval
from campaigns.posts.models import Post
from campaigns.riposte import rota
from campaigns.riposte.models import Absence, Duty, Lane, Riposte

TEXT_MOST = 1500  # characters of each language in a letter


def lane_of(organisation: Organisation) -> Lane:
    """Return how the organisation in scope runs its fast lane; the defaults, unsaved, when nobody has said."""
    found: Lane | None = Lane.objects.select_related("default_person").first()
    return found or Lane(organisation=organisation)


def able(organisation: Organisation) -> dict[str, User]:
    """Return who may decide on posts, by id."""
    return {str(person.pk): person for person in orgs.holders(organisation=organisation, verb=Verb.DECIDE_POSTS)}


def spans(*, now: datetime) -> list[rota.Span]:
    """Return the rota of the organisation in scope from now on."""
    return [rota.Span(str(d.person_id), d.starts_at, d.ends_at) for d in Duty.objects.filter(ends_at__gt=now)]


def on_call(organisation: Organisation, *, now: datetime) -> list[str]:
    """Return who is on call, first one first."""
    default = lane_of(organisation).default_person_id
    return rota.on_call(
        spans(now=now),
        default=str(default) if default else None,
        away=[rota.Away(str(a.person_id), a.starts_on, a.ends_on) for a in Absence.objects.all()],
        able=able(organisation),
        now=now,
        today=now.astimezone(ZoneInfo(organisation.time_zone)).date(),
    )


def rounds(organisation: Organisation, *, barred: Sequence[str], now: datetime) -> list[list[User]]:
    """Return who is asked when, as things stand now."""
    people = able(organisation)
    planned = rota.rounds(on_call(organisation, now=now), able=people, barred=barred)
    return [[people[pk] for pk in one] for one in planned]


def next_people(approval: Approval, *, now: datetime) -> tuple[list[User], bool]:
    """Return who is asked next, and whether nobody is left to ask after them."""
    people = able(approval.organisation)
    planned = rota.rounds(on_call(approval.organisation, now=now), able=people, barred=approval.barred)
    chosen = rota.next_round(planned, asked=approval.asked)
    is_last = not rota.next_round(planned, asked=[*approval.asked, *chosen])
    return [people[pk] for pk in chosen], is_last


def tell(riposte: Riposte, post: Post, approval: Approval, *, people: Sequence[User], until: datetime, now: datetime) -> None:
    """These people have it in the app and by e-mail at once, with the texts in it and one link to the card that decides."""
    until_local = until.astimezone(ZoneInfo(riposte.organisation.time_zone))
    notify.tell(
        organisation=riposte.organisation,
        users=people,
        code="riposte-waits",
        params={"by": str(approval.asked_by or ""), "title": riposte.headline, "until": f"{until_local:%H:%M}", "texts": texts(post)},
        path=f"/decisions?show={approval.pk}",
        by_email=True,
        now=now,
    )


def texts(post: Post) -> list[str]:
    """Return each language's text as a letter shows it."""
    return [f"{v.language.upper()}: {chr(10).join(v.segments)}"[:TEXT_MOST] for v in post.versions.all() if any(v.segments)]


def patience(lane: Lane) -> timedelta:
    return timedelta(minutes=lane.patience_min)
