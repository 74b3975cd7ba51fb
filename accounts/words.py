"""Every code that people may meet, as a sentence: what happened, what it means, what to do.

Sentences are looked up in the reader's language when they are shown, never when they are stored.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

WORDS: dict[str, str] = {
    # ── any request ──
    "not-valid": _("Some fields need another look."),
    "not-found": _("This is not here (any more), or it belongs to an organisation you are not a member of."),
    "not-understood": _("Carillon could not read this request."),
    "sign-in-needed": _("Please sign in first."),
    "not-allowed": _("Your role does not include this. Ask an administrator of your organisation."),
    "too-many-tries": _("Too many tries. Please wait {seconds} seconds."),
    "edited-meanwhile": _("Somebody else changed this while you were writing. Both versions are shown: nothing is lost."),
    "key-used-otherwise": _("This request repeats an earlier one with other content. Please reload the page."),
    "still-at-work": _("The same request is still being worked on. Please wait a moment."),
    # ── a post and its plan ──
    "not-ready": _("This cannot go out yet. What is missing is listed below."),
    "not-your-post": _("Somebody else wrote this post. A planner can change it."),
    "no-channel": _("No channel is chosen yet: choose where this post should go."),
    "no-time": _("No time is set for {channel} yet."),
    "version-missing": _("There is no text in {language} yet, and {channel} carries that language."),
    "channel-not-connected": _("{channel} is not connected. An administrator can sign in again under Channels."),
    "channel-paused": _("{channel} is paused: nothing goes out there until somebody resumes it."),
    "channel-gone": _("A channel of this post is no longer connected. Take it off, or connect it again."),
    "channel-twice": _("{channel} is chosen twice with the same language."),
    "language-twice": _("One language stands there twice."),
    "picture-gone": _("A picture of this post is no longer in the library."),
    "same-text-within-a-day": _(
        "The same text is planned on {channel} on {date} at {time}. Change a few words, or leave a day between them."
    ),
    "too-much-for-a-post": _("This is more than one post can hold."),
    "time-passed": _("{time} has passed. Choose a later time."),
    "time-not-understood": _("“{time}” is not a time Carillon understands."),
    "time-skipped": _("On {date} the clocks go forward: {time} does not exist that night. Choose an hour earlier or later."),
    "zone-unknown": _("“{zone}” is not a time zone."),
    "span-too-long": _("Ask for at most {days} days at once."),
    "already-submitted": _("This post is already waiting for a decision, or approved."),
    "nothing-to-withdraw": _("This post is not waiting for anything."),
    "already-on-its-way": _(
        "Carillon has already taken this up for {channel}: it is going out or is out, and cannot be changed here any more."
    ),
    "published-stays": _("Part of this post is already out, so it stays in the record. You can take off what has not left yet."),
    # ── decisions ──
    "already-decided": _("This has been decided already."),
    "already-said": _("You have already decided on this. The next step needs another person."),
    "own-work": _("You wrote or asked for this yourself. Somebody else has to decide."),
    "changed-since-shown": _("It has changed since you opened it. Please look at the new version first."),
    "comment-needed": _("Please say in a few words what should change."),
    "too-late-to-approve": _("Its time has passed, so a yes would send nothing. Ask the author for a new time."),
    "post-waits": _("{by} asks for your decision on “{title}”."),
    "post-approved": _("{by} approved “{title}”. It goes out by itself at its time."),
    "post-changes-asked": _("{by} asks for changes to “{title}”: {comment}"),
    "post-rejected": _("{by} rejected “{title}”: {comment}"),
    # ── what became of it ──
    "delivery-failed": _("“{title}” did not go out on {channel}. Open it to see why and to repair it."),
    "delivery-needs-look": _(
        "“{title}” was sent to {channel}, but no answer came back and Carillon could not find it there. Please look whether it is online."
    ),
    "delivery-missed": _("“{title}” missed its time on {channel} and was not sent. Give it a new time, or leave it."),
    "delivery-cancelled": _("“{title}” was not sent to {channel}: it was no longer approved as it stood."),
    "delivery-moved-on": _("This has changed in the meantime. Please look again."),
    "approval-lost": _("The post was changed after its approval, so it was not sent. Submit it again."),
    "missed": _("Its time passed while it could not be sent. Give it a new time, or leave it."),
    "worker-lost": _("The part of Carillon that was sending this stopped in the middle. Carillon is looking whether it arrived."),
    "answer-unreadable": _("The network's answer could not be read. Carillon is looking whether the post arrived."),
    "cannot-look": _("This network does not let Carillon look. Please check the page yourself."),
}


def word(code: str, params: Mapping[str, Any]) -> str:
    """Return the sentence for a code in the current language; the bare code when there is none (a test forbids that)."""
    sentence = WORDS.get(code)
    if sentence is None:
        return code
    try:
        return gettext(sentence).format(**params)
    except (KeyError, IndexError, ValueError):
        return gettext(sentence)
