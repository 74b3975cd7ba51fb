"""The letter of the day: what a person was told since the last one and has not read, in one e-mail for each organisation."""

from collections import defaultdict
from datetime import datetime, timedelta
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext, ngettext

from accounts.notify import mail
from accounts.notify.mail import Letter
from accounts.notify.models import Notice
from accounts.words import word

AT_ONCE = 2_000  # notices
LINES_MOST = 30
AGAIN_AFTER, TRIED_FOR = timedelta(minutes=1), timedelta(days=1)


def send_due(*, now: datetime) -> int:
    """Whose hour has come has their letter, once; return how many left. What was read meanwhile is left out. Call it outside a transaction.

    What the server did not take is due again in a minute, for a day.
    """
    found = list(Notice.objects.filter(gather_at__lte=now).select_related("user").order_by("created_at")[:AT_ONCE])
    mine = [n for n in found if Notice.objects.filter(pk=n.pk, gather_at=n.gather_at).update(gather_at=None)]
    # By name, since organisations are a room above this one.
    senders = apps.get_model("accounts", "Organisation").objects.in_bulk({n.organisation_id for n in mine})
    by_reader: dict[tuple[UUID, UUID], list[Notice]] = defaultdict(list)
    for notice in mine:
        if notice.read_at is None:
            by_reader[notice.user_id, notice.organisation_id].append(notice)
    messages = []
    for notices in by_reader.values():
        sender = senders[notices[0].organisation_id]
        with mail.speaking(notices[0].user.language):
            messages.append(mail.compose(of_day(notices, organisation=sender.name, slug=sender.slug), to=notices[0].user.email))
    done = mail.hand_over_all(messages)
    for notices, taken in zip(by_reader.values(), done, strict=True):
        if taken is None:
            again = [n.pk for n in notices if now - n.created_at < TRIED_FOR + timedelta(days=1)]
            Notice.objects.filter(pk__in=again).update(gather_at=now + AGAIN_AFTER)
    return sum(taken is True for taken in done)


def of_day(notices: list[Notice], *, organisation: str, slug: str) -> Letter:
    """Return the letter, in the language that is spoken now."""
    count = len(notices)
    decisions = [n for n in notices if "/decisions" in n.path]
    rest = count - LINES_MOST
    said = [word(n.code, n.params) for n in notices[:LINES_MOST]]
    more = [gettext("and {count} more").format(count=rest)] if rest > 0 else []
    what = ngettext("{count} thing for you today", "{count} things for you today", count).format(count=count)
    paragraphs = [gettext("What you have not read yet:")]
    if decisions:
        waiting = ngettext("{count} decision waits for you.", "{count} decisions wait for you.", len(decisions))
        paragraphs.insert(0, waiting.format(count=len(decisions)))
    return Letter(
        subject=gettext("{organisation}: {what}").format(organisation=organisation, what=what),
        paragraphs=tuple(paragraphs),
        lines=(*said, *more),
        button=gettext("Look at what waits for you") if decisions else gettext("Open in Carillon"),
        url=f"{settings.SITE_URL}/{slug}{'/decisions' if decisions else '/today'}",
        closing=gettext("You get one letter a day because you chose so: Settings, My profile, Notices."),
    )
