"""What a letter to somebody who decides encloses: the thing as it will be, and the link that opens its decision alone."""

import re
from datetime import datetime
from uuid import UUID

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import gettext
from django_scopes import scope, scopes_disabled

from accounts.notify import enclosures, mail
from accounts.notify.enclosures import Enclosed, Picture
from accounts.notify.mail import Letter
from accounts.notify.models import Notice
from accounts.people.models import User
from campaigns.approvals import selectors as approvals
from campaigns.approvals.guests.models import Guest
from campaigns.approvals.models import Approval
from campaigns.by_link import services, several, shown
from campaigns.media import files
from campaigns.media.models import Rendition

CODES = ("post-waits", "request-waits", "riposte-waits", "decision-reminder", "decision-passed-on")
CARD = re.compile(r"^/decisions\?show=([0-9a-f-]{36})$")  # where such a notice leads in the app: it names the card
PICTURES_MOST = 4  # what a letter carries along; the page shows all
LONG = 500  # signs of its text: more than a phone's first screen


def enclose(notice: Notice, now: datetime) -> Enclosed | None:
    """Return what this notice is about and a link of its reader's; None when nothing is asked any more, or not of them."""
    found = CARD.match(notice.path)
    if found is None:
        return None
    with scopes_disabled():
        asked = Approval.objects.select_related("organisation", "asked_by")
        approval = asked.filter(pk=UUID(found[1]), organisation_id=notice.organisation_id, state=Approval.State.OPEN).first()
    if approval is None:
        return None
    with scope(organisation=approval.organisation):
        if notice.user not in approvals.deciders(approval, now=now):
            return None  # an administrator who hears that nobody decides: the letter leads into the app
        return enclosed(approval, url=services.link_for(approval, notice.user, now), now=now)


def enclosed(approval: Approval, *, url: str, until: datetime | None = None, now: datetime) -> Enclosed | None:
    """Return what the approval is about, in the language that is spoken. `until`: when its link ends."""
    about = shown.of(approval, now=now)
    if about is None:
        return None
    taken: dict[UUID, Rendition] = {}
    for outing in about.outings:
        for picture in outing.pictures:
            if len(taken) < PICTURES_MOST:
                taken[picture.rendition.pk] = picture.rendition
    context = {"about": about, "enclosed": {str(pk): f"picture-{pk.hex}" for pk in taken}, "words": _words()}
    text = render_to_string("by_link/enclosed.txt", context).strip()
    return Enclosed(
        url=url,
        html=render_to_string("by_link/enclosed.html", context),
        text=text,
        is_long=len(text) > LONG or bool(taken),
        pictures=tuple(Picture(f"picture-{pk.hex}", row.mime, files.read(str(row.file.name))) for pk, row in taken.items()),
        terms=services.terms(until or now + services.OPEN_FOR, approval.organisation),
    )


def to_guest(approval: Approval, *, guest: Guest, url: str, now: datetime) -> EmailMultiAlternatives:
    """Return the letter that asks a guest, in the language that is spoken."""
    named = {"organisation": approval.organisation.name, "asker": str(approval.asked_by or approval.organisation)}
    as_what = (gettext("You are asked as: {capacity}.").format(capacity=guest.capacity),) if guest.capacity else ()
    letter = Letter(
        subject=gettext("{organisation} asks for your yes to a post").format(**named),
        paragraphs=(gettext("{asker} asks for your yes before this goes out for {organisation}.").format(**named), *as_what),
        button=gettext("Look at it and decide"),
        url=url,
        closing=gettext("You get this because {organisation} invited you as a guest. You need no account.").format(**named),
        enclosed=enclosed(approval, url=url, until=min(now + services.GUESTS_OPEN_FOR, guest.expires_at), now=now),
    )
    return mail.compose(letter, to=guest.email)


def again(approval: Approval, *, person: User, url: str, now: datetime) -> EmailMultiAlternatives:
    """Return the letter with a new link for whoever asked for one on the page of an old one."""
    organisation = approval.organisation.name
    letter = Letter(
        subject=gettext("{organisation}: Your new link to decide").format(organisation=organisation),
        paragraphs=(gettext("You asked for a new link. It opens what is asked now."),),
        button=gettext("Look at it and decide"),
        url=url,
        closing=gettext("You get this because of your role at {organisation}.").format(organisation=organisation),
        enclosed=enclosed(approval, url=url, now=now),
    )
    return mail.compose(letter, to=person.email)


def _words() -> dict[str, str]:
    return {
        "comment": gettext("First comment"),
        "picture": gettext("Picture"),
        "beware": gettext("Look at this first"),
        "somebody": gettext("Somebody"),
    }


def settle() -> None:
    """Letters about what waits for a decision enclose it from now on."""
    enclosures.offer(CODES, enclose)
    enclosures.offer([several.CODE], several.enclose)
