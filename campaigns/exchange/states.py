"""A placement's state in the reader's words, as on its card."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

STATES = {
    "draft": _("draft"),
    "in_review": _("needs approval"),
    "changes_asked": _("changes asked"),
    "rejected": _("rejected"),
    "approved": _("approved"),
    "scheduled": _("scheduled"),
    "expired": _("time has passed"),
    "held": _("on hold"),
    "sending": _("sending"),
    "looking": _("checking"),
    "published": _("published"),
    "corrected": _("corrected"),
    "needs_look": _("needs a look"),
    "failed": _("failed"),
    "missed": _("missed"),
    "cancelled": _("taken off"),
    "taken_down": _("taken down"),
}
APPROVED = ("approved", "scheduled", "sending", "looking", "published", "corrected", "needs_look", "held")


def worded() -> dict[str, str]:
    return {state: gettext(words) for state, words in STATES.items()}
