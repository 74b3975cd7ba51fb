"""Index of the models of this floor's rooms, for Django."""

from scheduler.delivery.models import Attempt, Delivery, Leftover, Preparation
from scheduler.health.models import Heartbeat
from scheduler.hold.models import Publishing
from scheduler.metrics.models import Tally
from scheduler.takeback.models import TakeBack, TakeBackOf

__all__ = ["Attempt", "Delivery", "Heartbeat", "Leftover", "Preparation", "Publishing", "TakeBack", "TakeBackOf", "Tally"]
