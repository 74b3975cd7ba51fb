"""What other rooms may want to hear of the library, which knows nothing of them."""

from django.dispatch import Signal

# asset, by, now: another part of it is shown from now on. Sent inside the transaction: a receiver that raises undoes it.
reframed = Signal()
