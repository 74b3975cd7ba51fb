"""What is loaded for good is taken out of the garbage collector's sight.

Django and the networks' SDKs are half a million objects that never die; a full collection looks at each of them, for most of a second
in which no thread of the process goes on: a post would be late by that.
"""

import gc


def settle() -> None:
    """Call it once everything is loaded, in a process that stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
