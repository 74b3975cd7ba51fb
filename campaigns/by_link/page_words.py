"""The words of the page that a letter's link opens."""

from django.utils.translation import gettext


def words() -> dict[str, str]:
    """Return them in the language that is spoken."""
    return {
        "decision": gettext("Decision"),
        "post": gettext("Post"),
        "money": gettext("Money"),
        "asks_yes": gettext("asks for a yes"),
        "asks_money": gettext("asks for money"),
        "somebody": gettext("Somebody"),
        "approve": gettext("Approve"),
        "or_not": gettext("Ask for changes, or reject"),
        "what_to_change": gettext("What should change, or why not?"),
        "ask_changes": gettext("Ask for changes"),
        "reject": gettext("Reject"),
        "sign_in": gettext("Sign in to decide"),
        "why_sign_in": gettext("This is more money than a link alone may decide on. After signing in you come back to this page."),
        "in_app": gettext("Open in Carillon"),
        "anew": gettext("Send me a new link"),
        "comment": gettext("First comment"),
        "picture": gettext("Picture"),
        "no_text": gettext("No text"),
        "beware": gettext("Look at this first"),
        "yours": gettext("This page is yours alone, until {until}. Looking at it decides nothing."),
    }


def verdicts(*, is_mine: bool) -> dict[str, str]:
    """Return what was decided, as a sentence with {by} and {when}, by verdict."""
    if is_mine:
        return {
            "approve": gettext("You approved this on {when}."),
            "ask_changes": gettext("You asked for changes on {when}."),
            "reject": gettext("You rejected this on {when}."),
        }
    return {
        "approve": gettext("{by} approved this on {when}."),
        "ask_changes": gettext("{by} asked for changes on {when}."),
        "reject": gettext("{by} rejected this on {when}."),
    }
