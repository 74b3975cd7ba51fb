"""Guests are asked by letter, and once more after a day. Who has not been yet stands in the database: a seat without a link."""

from typing import Any

import structlog
from celery import shared_task
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from accounts.notify import mail
from campaigns.approvals.guests.models import Seat
from campaigns.by_link import guests, letters, services

log = structlog.get_logger(__name__)


@shared_task(name="ask_guests")
def ask_guests(**_: Any) -> None:
    """Every guest with a seat has a letter with a link of their own; what a mail server did not take is written anew next time."""
    with scopes_disabled():
        waiting = guests.unasked(now=timezone.now())
    for seat in waiting:
        with scope(organisation=seat.approval.organisation), mail.speaking(seat.guest.language):
            ask(seat)


def ask(seat: Seat) -> None:
    now = timezone.now()
    link, secret = services.make(approval=seat.approval, guest=seat.guest, now=now)
    message = letters.to_guest(seat.approval, guest=seat.guest, url=services.address(secret), now=now)
    if mail.hand_over_all([message]) == [None]:  # the server was away: the link nobody has goes, and the seat is unasked again
        link.delete()
        log.info("guest.not_asked_yet", seat=str(seat.pk))
