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
