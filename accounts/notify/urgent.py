"""What cannot wait for the letter of the day: something went wrong, everything stands still, or a decision has hours. Pure."""

URGENT = frozenset(
    {
        "delivery-failed",
        "delivery-needs-look",
        "delivery-missed",
        "delivery-cancelled",
        "channel-sign-in-lost",
        "channel-out-of-credit",
        "publishing-late",
        "organisation-stopped",
        "organisation-goes-on",
        "posts-outrun",
        "riposte-waits",
        "riposte-unanswered",
        "decision-reminder",
        "decision-passed-on",
    }
)


def is_urgent(code: str) -> bool:
    return code in URGENT
