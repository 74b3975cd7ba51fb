"""Mail leaves through a worker: a mail server that hangs must not hold up a person's click or a post's delivery.

What is to be mailed stands in the database (Notice.mail_at); a message only wakes a worker, and beat wakes one for what was forgotten.
"""

from collections.abc import Sequence
from typing import Any

import structlog
from celery import shared_task
from django.utils import timezone
from kombu.exceptions import OperationalError

from accounts.notify import daily, devices, outbox
from accounts.notify.models import Notice

log = structlog.get_logger(__name__)


@shared_task(name="mail_notices")
def mail_notices(*, notices: list[str] | None = None, **_: Any) -> None:
    """These notices, or all that are due, are mailed to their readers."""
    outbox.send_due(only=notices, now=timezone.now())


@shared_task(name="push_notices")
def push_notices(*, notices: list[str] | None = None, **_: Any) -> None:
    """These notices, or all that are due, are shown on their readers' devices."""
    devices.show_due(only=notices, now=timezone.now())


@shared_task(name="mail_the_day")
def mail_the_day(**_: Any) -> None:
    """Whose hour has come has the letter of the day."""
    daily.send_due(now=timezone.now())


def hand_over(notices: Sequence[Notice]) -> None:
    """A worker mails these notices and shows them on devices; without a broker they are mailed here, and shown when it is back.

    Call it after the transaction has committed.
    """
    ids = [str(notice.pk) for notice in notices]
    try:
        if any(notice.push_at for notice in notices):
            push_notices.apply_async(kwargs={"notices": ids}, retry=False)
        mail_notices.apply_async(kwargs={"notices": ids}, retry=False)
    except (OperationalError, OSError) as error:
        log.warning("mail.without_a_worker", cause=type(error).__name__)
        outbox.send_due(only=ids, now=timezone.now())
