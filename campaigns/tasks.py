"""Index of the tasks of this floor's rooms, for Celery."""

from campaigns.by_link.tasks import ask_guests
from campaigns.decisions.tasks import expire_approvals
from campaigns.media.tasks import draw_pictures, keep_library
from campaigns.plan.objectives.reviews import remind_of_reviews
from campaigns.reminders.tasks import remind_of_decisions
from campaigns.riposte.tasks import ask_next_about_ripostes

__all__ = [
    "ask_guests",
    "ask_next_about_ripostes",
    "draw_pictures",
    "expire_approvals",
    "keep_library",
    "remind_of_decisions",
    "remind_of_reviews",
]
