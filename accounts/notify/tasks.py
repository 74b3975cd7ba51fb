"""Mail leaves through a worker: a mail server that hangs must not hold up a person's click or a post's delivery."""

from collections.abc import Sequence
from typing import Any

import structlog
from celery import shared_task
from kombu.exceptions import OperationalError

from accounts.notify import mail
from accounts.notify.models import Notice

log = structlog.get_logger(__name__)


@shared_task(name="mail_notices")
def mail_notices(*, notices: list[str], organisation: str, slug: str, **_: Any) -> None:
    """These notices are mailed to their readers; `organisation` and `slug` are its name and its place in addresses."""
    mail.send_notices(Notice.objects.select_related("user").filter(pk__in=notices), organisation=organisation, slug=slug)


def hand_over(notices: Sequence[Notice], *, organisation: str, slug: str) -> None:
    """A worker mails these notices; without a broker they are mailed here. Call it after the transaction has committed."""
    try:
        mail_notices.apply_async(kwargs={"notices": [str(n.pk) for n in notices], "organisation": organisation, "slug": slug}, retry=False)
    except (OperationalError, OSError) as error:
        log.warning("mail.without_a_worker", cause=type(error).__name__)
        mail.send_notices(notices, organisation=organisation, slug=slug)
