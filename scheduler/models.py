"""Index of the models of this floor's rooms, for Django."""

from scheduler.delivery.models import Attempt, Delivery

__all__ = ["Attempt", "Delivery"]
