"""What is to be mailed stands in the database until a mail server has taken it: a broker or a server that is away loses no letter."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.apps import apps

from accounts.notify import enclosures, mail
from accounts.notify.letters import of_notice
from accounts.notify.models import Notice

AT_ONCE = 100
AGAIN_AFTER, TRIED_FOR = timedelta(minutes=1), timedelta(days=1)


def send_due(*, only: Sequence[str] | None = None, now: datetime) -> int:
    """What is due is mailed, once, whoever else asks at the same moment; return how many letters left. Call it outside a transaction.

    What the server did not take is due again in a minute, for a day.
    """
    due = Notice.objects.filter(mail_at__lte=now).select_related("user").order_by("mail_at")
    found = list(due.filter(pk__in=only) if only is not None else due[:AT_ONCE])
    mine = [notice for notice in found if Notice.objects.filter(pk=notice.pk, mail_at=notice.mail_at).update(mail_at=None)]
    # By name, since organisations are a room above this one.
    senders = apps.get_model("accounts", "Organisation").objects.in_bulk({notice.organisation_id for notice in mine})
    messages = []
    for notice in mine:
        sender = senders[notice.organisation_id]
        with mail.speaking(notice.user.language):
            letter = of_notice(notice, organisation=sender.name, slug=sender.slug, enclosed=enclosures.of(notice, now=now))
            messages.append(mail.compose(letter, to=notice.user.email))
    done = mail.hand_over_all(messages)
    again = [n.pk for n, taken in zip(mine, done, strict=True) if taken is None and now - n.created_at < TRIED_FOR]
    Notice.objects.filter(pk__in=again).update(mail_at=now + AGAIN_AFTER)
    return sum(taken is True for taken in done)
