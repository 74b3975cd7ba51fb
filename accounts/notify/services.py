"""Tell people what they must know: in the app at once, and by e-mail where asked."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db import transaction

from accounts.notify import live, tasks
from accounts.notify.models import Notice

if TYPE_CHECKING:
    from accounts.orgs.models import Organisation
    from accounts.people.models import User

ONE_CAUSE = timedelta(hours=1)


@transaction.atomic
def tell(
    *,
    organisation: "Organisation",
    users: "Iterable[User]",
    code: str,
    params: dict[str, Any] | None = None,
    path: str = "",
    cause: str = "",
    by_email: bool = False,
    now: datetime,
) -> list[Notice]:
    """Each of these people has one notice of it; return the new ones. `path` is where the button leads: "/posts/<id>".

    One person is told of one cause once within an hour. E-mail leaves after the transaction has committed.
    """
    # Locked in order, so that two tellers of one cause do not both find nobody told.
    people = list(
        get_user_model().objects.select_for_update(no_key=True).filter(pk__in={user.pk for user in users}, is_active=True).order_by("pk")
    )
    told: set[uuid.UUID] = set()
    if cause:
        recent = Notice.objects.filter(organisation_id=organisation.pk, cause=cause, created_at__gt=now - ONE_CAUSE)
        told = set(recent.values_list("user_id", flat=True))
    notices = Notice.objects.bulk_create(
        Notice(organisation_id=organisation.pk, user=person, code=code, params=params or {}, path=path, cause=cause, created_at=now)
        for person in people
        if person.pk not in told
    )
    for notice in notices:
        live.publish(organisation_id=organisation.pk, kind="notice", id=notice.pk)
    if notices and by_email:
        transaction.on_commit(lambda: tasks.hand_over(notices, organisation=organisation.name, slug=organisation.slug), robust=True)
    return notices


def read(*, user: "User", organisation: "Organisation", notice_id: uuid.UUID | None = None, now: datetime) -> int:
    """That notice, or every notice of this person in this organisation, counts as read; return how many did not before."""
    unread = Notice.objects.filter(user=user, organisation_id=organisation.pk, read_at=None)
    return unread.filter(pk=notice_id).update(read_at=now) if notice_id else unread.update(read_at=now)
