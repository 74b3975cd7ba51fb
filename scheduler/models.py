"""Index of the models of this floor's rooms, for Django."""

from scheduler.delivery.models import Attempt, Delivery
from scheduler.health.models import Heartbeat

__all__ = ["Attempt", "Delivery", "Heartbeat"]
