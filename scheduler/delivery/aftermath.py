"""What follows an end: the plan and the record know it, people hear of it, the channel's health is noted, sums grow. For many at once, in
transactions of their own, after the end is saved: nothing here can ever cause a second send, and nothing of it is forgotten."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction
from django_scopes import scope, scopes_disabled

from accounts.audit import services as audit
from accounts.channels import services as channels
from accounts.notify import live
from accounts.notify import services as notify
from accounts.orgs import selectors as orgs
from accounts.orgs.models import Organisation
from accounts.orgs.rights import Verb
from accounts.people.models import User
from campaigns.posts import filling
from campaigns.posts import selectors as posts
from campaigns.posts.content import first_line
from campaigns.posts.models import Placement, Post
from scheduler.delivery import ends
from scheduler.delivery.models import Delivery
from scheduler.delivery.states import ENDS, State

log = structlog.get_logger()
AT_ONCE = 250
TITLES_MOST = 5
LIVE_MOST = 20  # open screens need not hear of each of a thousand


def book(*, now: datetime) -> int:
    """Deliveries that came to an end are booked; return how many. Any number of workers may do this at once.

    Each organisation has a transaction of its own, since the next writer of its record waits for the end of it.
    """
    with scopes_disabled():
        waiting = Delivery.objects.filter(is_booked=False, wake_at=None, state__in=ENDS).order_by("created_at")
        found = list(waiting.values_list("pk", "organisation_id")[:AT_ONCE])
        by_organisation: dict[UUID, list[UUID]] = defaultdict(list)
        for pk, organisation in found:
            by_organisation[organisation].append(pk)
        return sum(guarded(ids, organisation=organisation, now=now) for organisation, ids in by_organisation.items())


def guarded(ids: Sequence[UUID], *, organisation: UUID, now: datetime) -> int:
    """Return how many were booked. One that cannot be told of keeps no other from being booked, and shows at least what became of it."""
    try:
        return book_those(ids, organisation=organisation, now=now)
    except (OperationalError, InterfaceError):
        raise
    except Exception:  # the edge between one delivery and the next
        log.exception("delivery.not_booked", organisation=str(organisation), count=len(ids))
    if len(ids) > 1:
        return sum(guarded([pk], organisation=organisation, now=now) for pk in ids)
    with transaction.atomic():
        tell_the_plan(ids, now=now)
        return int(Delivery.objects.filter(pk__in=ids, is_booked=False, wake_at=None).update(is_booked=True))


def book_those(ids: Sequence[UUID], *, organisation: UUID, now: datetime) -> int:
    with transaction.atomic():
        # The plan's rows first, as everybody takes them who edits or retries.
        of_these = Delivery.objects.filter(pk__in=ids).values("placement")
        list(Placement.objects.select_for_update().filter(pk__in=of_these).order_by("pk").values_list("pk"))
        rows = Delivery.objects.select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked, of=("self",))
        mine = list(rows.select_related("channel", "placement").filter(pk__in=ids, is_booked=False, wake_at=None, state__in=ENDS))
        if not mine:
            return 0
        whose = Organisation.objects.get(pk=organisation)
        ours = [d.pk for d in mine]
        tell_the_plan(ours, now=now)
        Delivery.objects.filter(pk__in=ours).update(is_booked=True)
        out = [d for d in mine if d.state == State.PUBLISHED]
        channels.note_successes(channel_ids={d.channel_id for d in out}, now=now)
        ends.count(mine)
        with scope(organisation=whose):
            tell_people([d for d in mine if d.state != State.PUBLISHED], whose=whose, now=now)
            for delivery in mine[:LIVE_MOST]:
                changed(delivery)
            audit.record_all(organisation=whose, acts=[act_of(d) for d in mine], now=now)
    log.info("deliveries.booked", organisation=str(organisation), count=len(mine), published=len(out))
    return len(mine)


def tell_the_plan(ids: Sequence[UUID], *, now: datetime) -> None:
    """The placements show what became of them. In one statement: each has its own address."""
    plan, sent = Placement._meta.db_table, Delivery._meta.db_table
    key = Delivery._meta.pk
    marks = ", ".join(["%s"] * len(ids))
    when = Placement._meta.get_field("outcome_at").get_db_prep_save(now, connection)
    sql = (
        f"UPDATE {plan} SET outcome = d.state, outcome_at = COALESCE(d.published_at, %s), permalink = d.permalink "  # noqa: S608 - our own names
        f"FROM {sent} AS d WHERE d.placement_id = {plan}.id AND d.id IN ({marks})"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [when, *(key.get_db_prep_save(pk, connection) for pk in ids)])


def act_of(delivery: Delivery) -> audit.Act:
    """Return what the record says of this end."""
    data = {"channel": str(delivery.channel_id)}
    if delivery.state == State.PUBLISHED:
        data |= {"remote_id": delivery.remote_id or "", "fingerprint": delivery.fingerprint}
    else:
        data |= {"code": code_of(delivery)}
    return audit.Act(act=f"post.{delivery.state}", subject_kind="post", subject_id=str(delivery.placement.post_id), data=data)


def code_of(delivery: Delivery) -> str:
    return str((delivery.problem or {}).get("code", ""))


def tell_people(wrong: Sequence[Delivery], *, whose: Organisation, now: datetime) -> None:
    """Authors and those who may repair are told, one message per cause, with what happened and where to mend it."""
    about = {post.pk: post for post in posts.with_content().filter(pk__in={d.placement.post_id for d in wrong})}
    filling.name_all(about.values())
    causes: dict[tuple[str, str, UUID], list[Delivery]] = defaultdict(list)
    for delivery in wrong:
        causes[delivery.state, code_of(delivery), delivery.channel_id].append(delivery)
    for (state, code, channel_id), group in causes.items():
        titles = [first_line(about[d.placement.post_id]) for d in group]
        params = {"channel": group[0].channel.name, "network": group[0].channel.network_label, "count": len(group), "why": code}
        params |= {"title": titles[0]} if len(group) == 1 else {"titles": titles[:TITLES_MOST]}
        notify.tell(
            organisation=whose,
            users=listeners(about[d.placement.post_id] for d in group),
            code=f"delivery-{state.replace('_', '-')}",
            params=params,
            path=path_of(group),
            cause=f"{state}:{code}:{channel_id}",
            by_email=True,
            now=now,
        )


def path_of(group: Sequence[Delivery]) -> str:
    """Return the page where it is mended."""
    if len(group) > 1:
        return "/today"
    only = group[0]
    return f"/looks/{only.pk}" if only.state == State.NEEDS_LOOK else f"/posts/{only.placement.post_id}"


def not_as_approved(placement: Placement, post: Post, *, why: str, now: datetime) -> None:
    """The author and those who may repair it are told that a post whose time has come is not what was approved, and stays here."""
    notify.tell(
        organisation=post.organisation,
        users=listeners([post]),
        code="delivery-cancelled",
        params={"title": first_line(post), "channel": placement.channel.name, "count": 1, "why": why},
        path=f"/posts/{post.pk}",
        cause=f"not-as-approved:{post.pk}",
        by_email=True,
        now=now,
    )


def listeners(about: Iterable[Post]) -> list[User]:
    told = list(about)
    people = [*orgs.holders(organisation=told[0].organisation, verb=Verb.REPAIR), *(post.author for post in told if post.author)]
    return list({person.pk: person for person in people}.values())


def changed(delivery: Delivery) -> None:
    live.publish(organisation_id=delivery.organisation_id, kind="delivery", id=str(delivery.placement_id))
