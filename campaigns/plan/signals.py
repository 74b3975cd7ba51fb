"""What other rooms may want to hear of campaigns, which know nothing of them."""

from django.dispatch import Signal

# campaign, by, now: links of its posts bear another mark from now on. Sent inside the transaction: a receiver that raises undoes it.
retagged = Signal()
