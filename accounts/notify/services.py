"""Tell people what they must know: in the app at once, and by e-mail where asked."""

import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.db import transaction

from accounts.notify import choices, live, tasks
from accounts.notify.models import Device, Notice

if TYPE_CHECKING:
    from accounts.orgs.models import Organisation
    from accounts.people.models import User

ONE_CAUSE = timedelta(hours=1)
GATHERED = timedelta(seconds=15)  # what is counted is mailed this much later: a burst is one letter with its whole number
TITLES_MOST = 5


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

    One person is told of one cause once within an hour; a `count` among the params grows in the notice they have, with the `titles`.
    E-mail leaves after the transaction has committed, that of something counted some seconds later, as each person chose (choices.py);
    what is mailed is shown on their devices too.
    """
    # Locked in order, so that two tellers of one cause do not both find nobody told.
    people = list(
        get_user_model().objects.select_for_update(no_key=True).filter(pk__in={user.pk for user in users}, is_active=True).order_by("pk")
    )
    given, told = counted(params or {}), {}
    if cause:
        recent = Notice.objects.filter(organisation_id=organisation.pk, cause=cause, created_at__gt=now - ONE_CAUSE)
        told = {notice.user_id: notice for notice in recent.order_by("created_at")}
    if "count" in (params or {}):
        for person in people:
            if person.pk in told:
                grow(told[person.pk], params or {})
    at_once = now + GATHERED if "count" in (params or {}) else now
    chosen = choices.of_all(people) if by_email else {}
    shown_to = set(Device.objects.filter(user__in=people).values_list("user_id", flat=True)) if by_email else set()

    def mailing(person: "User") -> dict[str, datetime | None]:
        if not by_email:
            return {}
        mail_at, gather_at = choices.mailing(choice=chosen.get(person.pk), zone=person.time_zone, code=code, at_once=at_once, now=now)
        return {"mail_at": mail_at, "gather_at": gather_at, "push_at": at_once if person.pk in shown_to else None}

    notices = Notice.objects.bulk_create(
        Notice(
            organisation_id=organisation.pk,
            user=person,
            code=code,
            params=given,
            path=path,
            cause=cause,
            created_at=now,
            **mailing(person),
        )
        for person in people
        if person.pk not in told
    )
    for notice in notices:
        live.publish(organisation_id=organisation.pk, kind="notice", id=notice.pk)
    if notices and by_email and at_once <= now:
        transaction.on_commit(lambda: tasks.hand_over(notices), robust=True)
    return notices


def counted(params: dict[str, Any]) -> dict[str, Any]:
    """Return the params as a notice keeps them: a single one has its title and no count, several have a count and a few titles."""
    kept = dict(params)
    if kept.get("count") == 1:
        del kept["count"]
    elif "count" in kept:
        kept.pop("title", None)
    if titles := kept.pop("titles", None):
        kept["titles"] = list(titles)[:TITLES_MOST]
    return kept


def grow(notice: Notice, more: dict[str, Any]) -> None:
    """The notice is of that many more, and new to its reader again."""
    before = notice.params
    titles = [*(before.get("titles") or filter(None, [before.get("title")])), *(more.get("titles") or filter(None, [more.get("title")]))]
    notice.params = counted({**before, "count": int(before.get("count", 1)) + int(more["count"]), "titles": titles})
    notice.path = "/today" if "title" in before else notice.path  # it led to the only one
    notice.read_at = None
    notice.save(update_fields=["params", "path", "read_at"])
    live.publish(organisation_id=notice.organisation_id, kind="notice", id=notice.pk)


def read(*, user: "User", organisation: "Organisation", notice_id: uuid.UUID | None = None, now: datetime) -> int:
    """That notice, or every notice of this person in this organisation, counts as read; return how many did not before."""
    unread = Notice.objects.filter(user=user, organisation_id=organisation.pk, read_at=None)
    return unread.filter(pk=notice_id).update(read_at=now) if notice_id else unread.update(read_at=now)
