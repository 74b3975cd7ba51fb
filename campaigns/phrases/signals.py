"""What other rooms may want to hear of the address book, which knows nothing of them."""

from django.dispatch import Signal

# organisation, keys, by, now: whom these name reads otherwise from now on. Sent inside the transaction: a receiver that raises undoes it.
renamed = Signal()
