"""A notice as a letter: its subject says what happened, its text what that means, its one button leads to where it is mended."""

from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from accounts.notify.enclosures import Enclosed
from accounts.notify.mail import Letter
from accounts.notify.models import Notice
from accounts.words import gist, word

TITLE_MOST = 48  # characters of a title in a subject

# What the button says, by the notice's code.
BUTTONS = {
    "delivery-failed": _("See why and repair it"),
    "delivery-needs-look": _("Look whether it is online"),
    "delivery-missed": _("Choose what happens to it"),
    "delivery-cancelled": _("Look at it again"),
    "channel-sign-in-lost": _("Sign in again"),
    "channel-out-of-credit": _("Add credit and resume"),
    "channel-expires-soon": _("Sign in again"),
    "publishing-late": _("See what waits"),
    "organisation-stopped": _("See what waits"),
    "organisation-goes-on": _("See what was missed"),
    "picture-rights-end": _("Look at the pictures"),
    "post-waits": _("Look at it and decide"),
    "posts-wait": _("Look at them and decide"),
    "posts-outrun": _("Look at it again"),
    "note-names-you": _("Read it and answer"),
    "request-waits": _("Look at it and decide"),
    "decision-reminder": _("Look at it and decide"),
    "decision-passed-on": _("Look at it"),
    "account-waits": _("Look at the account number"),
    "line-mark": _("Look at the budget"),
    "period-mark": _("Look at the budget"),
    "objective-review-overdue": _("Look at the objective"),
    "riposte-waits": _("Read it and decide"),
    "riposte-unanswered": _("Ask again, or let it be"),
}
# What there is to know beyond the notice's own sentences.
FURTHER = {
    "delivery-failed": _("Nothing is lost: what did not go out stays here until somebody repairs it or takes it off."),
    "delivery-needs-look": _("Carillon sends nothing again by itself, since people would see it twice if it is there already."),
    "delivery-missed": _("Nothing goes out by itself any more, since some posts are wrong an hour late."),
    "channel-sign-in-lost": _("What waits too long is missed and is not sent by itself, so sign in as soon as you can."),
    "channel-out-of-credit": _("What waits too long is missed and is not sent by itself, so add credit as soon as you can."),
    "organisation-stopped": _("Posts whose time passes meanwhile are not sent by themselves afterwards: somebody decides about each."),
}


def of_notice(notice: Notice, *, organisation: str, slug: str, enclosed: Enclosed | None = None) -> Letter:
    """Return the letter, in the language that is spoken now."""
    code, params = notice.code, notice.params
    further = (gettext(FURTHER[code]),) if code in FURTHER else ()
    titles = params.get("titles") or []
    rest = int(params.get("count", len(titles))) - len(titles)
    more = (gettext("and {count} more").format(count=rest),) if titles and rest > 0 else ()
    what = gist(code, {**params, "title": short(params["title"])} if "title" in params else params)
    return Letter(
        subject=gettext("{organisation}: {what}").format(organisation=organisation, what=what),
        paragraphs=(word(code, params), *further, *(() if enclosed and enclosed.html else params.get("texts", ()))),
        lines=(*(title or gettext("Post without a text") for title in titles), *more)
        if (len(titles) > 1 or more) and not (enclosed and enclosed.html)
        else (),
        button=gettext(BUTTONS.get(code, _("Open in Carillon"))),
        url=enclosed.url if enclosed else f"{settings.SITE_URL}/{slug}{notice.path}",
        enclosed=enclosed,
        closing=gettext("You get this because of your role at {organisation}.").format(organisation=organisation),
    )


def short(title: str) -> str:
    """Return the title so that a subject has room left for what happened to it."""
    return title if len(title) <= TITLE_MOST else f"{title[: TITLE_MOST - 1].rstrip()}…"
