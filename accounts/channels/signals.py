"""What rooms above may want to hear of channels, which know nothing of them."""

from django.dispatch import Signal

# channel, keys, by, now: these fill-ins read otherwise from now on. Sent inside the transaction: a receiver that raises undoes it.
refilled = Signal()
